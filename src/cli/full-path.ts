import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'

/** Symlinks resolved, as the scan has it; a file that is gone from disk may still be in the library. */
export async function fullPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return resolve(path)
  }
}
