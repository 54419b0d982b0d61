import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sleep } from '../../timing/sleep.ts'
import { hashFile } from '../disk/hash-file.ts'
import type { Pin } from './check-answer.ts'
import { DownloadFault } from './download-fault.ts'
import type { DownloadLimits } from './download-limits.ts'
import { explainFailure } from './explain-failure.ts'
import { isStrong } from './file-mark.ts'
import type { FileMark } from './file-mark.ts'
import type { ReceiveOptions } from './receive-file.ts'
import { receiveFile } from './receive-file.ts'

export interface FetchOptions extends Pick<
  ReceiveOptions,
  'url' | 'dispatcherFor' | 'mayAsk' | 'signal' | 'onProgress'
> {
  /** Where it lies when it is whole; until then it is called the same with `.part` after it. */
  readonly path: string
  readonly pinned: Pin
  /** What the server said of the file when it was begun, if it was. */
  readonly mark: FileMark | null
  /** To be kept over a restart. */
  readonly setMark: (mark: FileMark) => void
  readonly limits: DownloadLimits
}

/** What was kept from an earlier try is thrown away at most so often. */
const mostRestarts = 2

/**
 * Fetches a file, going on where an earlier call stopped. Resolves when every byte is on the disk and is what it should be.
 * @throws DownloadFault, with what is there kept for the next time where that can help; the signal's reason
 */
export async function fetchFile(options: FetchOptions): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const { path, limits, signal } = options
  const partPath = `${path}.part`
  await mkdir(dirname(partPath), { recursive: true })
  let { mark } = options
  let failures = 0
  let restarts = 0

  const attempt = async (there: number): Promise<{ bytes: number; sha256: string }> => {
    const whole = options.pinned?.bytes ?? knownSize(mark)
    if (there === 0 || there !== whole) {
      const onAnswer = (found: FileMark): void => {
        mark = found
        options.setMark(found)
      }
      await receiveFile({ ...options, partPath, there, mark, stallMs: limits.stallMs, onAnswer })
    }
    return await verify(partPath, options, mark)
  }

  while (true) {
    signal.throwIfAborted()
    const there = await keptBytes(partPath, options.pinned?.bytes ?? knownSize(mark))
    try {
      const got = await attempt(there)
      await rename(partPath, path)
      return got
    } catch (error) {
      signal.throwIfAborted()
      const fault = explainFailure(error, options.url.host, partPath)
      if (fault.remedy === 'restart') {
        await rm(partPath, { force: true })
        options.onProgress(0)
        // From the start and wrong again: it won't get better.
        if (there === 0 || ++restarts > mostRestarts) throw fault
        continue
      }
      failures = (await sizeOf(partPath)) > there ? 1 : failures + 1
      if (fault.remedy === 'tell' || failures >= limits.tries) throw fault
      await sleep(pauseMs(limits, failures, fault.retryAfterMs), signal)
    }
  }
}

/** @throws DownloadFault when a byte is not what the catalogue, or else the hub, says */
async function verify(
  partPath: string,
  { url, pinned, signal }: FetchOptions,
  mark: FileMark | null,
): Promise<{ bytes: number; sha256: string }> {
  const bytes = await sizeOf(partPath)
  const { sha256, gitSha1 } = await hashFile(partPath, bytes, signal)
  const isRight =
    pinned === null
      ? (mark?.sha256 ?? sha256) === sha256 && (mark?.gitSha1 ?? gitSha1) === gitSha1
      : pinned.sha256 === sha256
  if (isRight) return { bytes, sha256 }
  const name = url.pathname.split('/').at(-1)
  throw new DownloadFault(
    `What ${url.host} sent is not the original ${name}: its bytes differ. Try a mirror.`,
    'restart',
  )
}

/** Undefined where nothing would tell that the file became another meanwhile. */
function knownSize(mark: FileMark | null): number | undefined {
  if (mark === null) return undefined
  const { sha256, gitSha1, etag, sizeBytes } = mark
  return sha256 !== null || gitSha1 !== null || isStrong(etag) ? sizeBytes : undefined
}

/** How much of an unfinished file can be kept: nothing where its size is not known, or it is too long. */
async function keptBytes(partPath: string, wholeBytes: number | undefined): Promise<number> {
  const size = await sizeOf(partPath)
  if (size === 0 || (wholeBytes !== undefined && size <= wholeBytes)) return size
  await rm(partPath, { force: true })
  return 0
}

async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

function pauseMs(limits: DownloadLimits, failures: number, retryAfterMs: number | null): number {
  const doubledMs = limits.firstPauseMs * 2 ** (failures - 1)
  return Math.min(limits.longestPauseMs, Math.max(doubledMs, retryAfterMs ?? 0))
}
