import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** SHA-256 of a file as it lies on the disk, and its SHA-1 as git counts it; hexadecimal, lower case. */
export async function hashFile(
  path: string,
  sizeBytes: number,
  signal?: AbortSignal,
): Promise<{ readonly sha256: string; readonly gitSha1: string }> {
  const sha256 = createHash('sha256')
  const gitSha1 = createHash('sha1').update(`blob ${sizeBytes}\0`)
  for await (const piece of createReadStream(path, { signal })) {
    sha256.update(piece)
    gitSha1.update(piece)
  }
  return { sha256: sha256.digest('hex'), gitSha1: gitSha1.digest('hex') }
}
