import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Copies a file and has it on the disk when it resolves. @returns what was copied */
export async function copyFile(
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  await mkdir(dirname(to), { recursive: true })
  const hash = createHash('sha256')
  const handle = await open(to, 'wx')
  let bytes = 0
  try {
    for await (const piece of createReadStream(from, { highWaterMark: 1_048_576, signal })) {
      hash.update(piece)
      await handle.write(piece)
      bytes += piece.length
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}
