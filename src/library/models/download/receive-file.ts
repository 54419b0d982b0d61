import { open } from 'node:fs/promises'
import type { Dispatcher } from 'undici'
import { checkAnswer } from './check-answer.ts'
import type { Pin } from './check-answer.ts'
import { DownloadFault } from './download-fault.ts'
import { isStrong } from './file-mark.ts'
import type { FileMark } from './file-mark.ts'
import { openUrl } from './open-url.ts'

export interface ReceiveOptions {
  readonly url: URL
  readonly partPath: string
  /** Bytes that are in the part already and worth keeping. */
  readonly there: number
  readonly mark: FileMark | null
  readonly pinned: Pin
  readonly stallMs: number
  readonly dispatcherFor: (url: URL) => Promise<Dispatcher>
  readonly mayAsk: (host: string) => boolean
  readonly signal: AbortSignal
  /** Once, before the first byte is written. */
  readonly onAnswer: (found: FileMark) => void
  /** Bytes that are in the part now. */
  readonly onProgress: (bytes: number) => void
}

/**
 * One request: what is missing of a file is written behind what is there. Resolves when all of it is on the disk.
 * @throws DownloadFault, the errors of undici and of the disk
 */
export async function receiveFile(options: ReceiveOptions): Promise<void> {
  const { there, mark, onProgress } = options
  const answer = await openUrl(options.url, {
    headers: there === 0 ? {} : { range: `bytes=${there}-`, ...ifRange(mark) },
    dispatcherFor: options.dispatcherFor,
    mayAsk: options.mayAsk,
    stallMs: options.stallMs,
    signal: options.signal,
  })
  try {
    const { offset, found } = checkAnswer(answer, { asked: there, mark, pinned: options.pinned })
    options.onAnswer(found)
    onProgress(offset)
    const handle = await open(options.partPath, offset === 0 ? 'w' : 'r+')
    try {
      let end = offset
      for await (const piece of answer.body) {
        const bytes: Uint8Array = piece
        if (end + bytes.length > found.sizeBytes) {
          const { host } = answer.url
          throw new DownloadFault(`${host} sends more than it announced, so it was stopped. Try a mirror.`, 'restart')
        }
        await handle.write(bytes, 0, bytes.length, end)
        end += bytes.length
        onProgress(end)
      }
      await handle.sync()
      if (end < found.sizeBytes) {
        throw new DownloadFault(`The connection to ${answer.url.host} broke off. Go on later.`, 'retry')
      }
    } finally {
      await handle.close()
    }
  } finally {
    answer.body.on('error', () => {})
    answer.body.destroy()
  }
}

/** RFC 9110, 13.1.5. */
function ifRange(mark: FileMark | null): Record<string, string> {
  return mark !== null && isStrong(mark.etag) ? { 'if-range': mark.etag } : {}
}
