import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'

const chunkBytes = 256 * 1024

/** `length` bytes from `first` on. @throws when the file has become shorter */
export async function readPart(file: FileHandle, first: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length)
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(bytes, done, length - done, first + done)
    if (bytesRead === 0) throw new Error('The file has become shorter.')
    done += bytesRead
  }
  return bytes
}

/**
 * The same as a stream. The file is opened when the first bytes are asked for, so that an answer that nobody reads leaves
 * nothing open; one that is not `sizeBytes` long any more is another file, and the stream fails.
 */
export function streamPart(path: string, sizeBytes: number, first: number, length: number): ReadableStream<Uint8Array> {
  let file: FileHandle | undefined
  let at = first
  const end = first + length
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          file ??= await open(path, 'r')
          if (at === first && (await file.stat()).size !== sizeBytes) throw new Error('The file has changed.')
          const part = await readPart(file, at, Math.min(chunkBytes, end - at))
          controller.enqueue(part)
          at += part.length
          if (at < end) return
          controller.close()
          await file.close()
        } catch (error) {
          await file?.close()
          throw error
        }
      },
      async cancel() {
        await file?.close()
      },
    },
    { highWaterMark: 0 },
  )
}
