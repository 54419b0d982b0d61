import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ReadFailure, failureOfWriting, systemCode } from './file-failure.ts'

/** Two workers, or two files with the same content, may write the same file at once: each has a name of its own. */
let unfinishedCount = 0

/**
 * Writes a file of the cache, with its folder, whole or not at all.
 * @param photoPath for the sentence only
 * @throws ReadFailure, transient: disk full or folder not writable
 */
export async function writeWhole(path: string, bytes: Buffer, photoPath: string): Promise<void> {
  const unfinished = `${path}.${process.pid}-${unfinishedCount++}`
  try {
    await writeFile(unfinished, bytes).catch(async (error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw error
      await mkdir(dirname(path), { recursive: true })
      await writeFile(unfinished, bytes)
    })
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw new ReadFailure(failureOfWriting(error, photoPath))
  }
}
