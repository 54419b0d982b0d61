import { realpath } from 'node:fs/promises'
import { isInside } from '../scan/path-inside.ts'
import type { Surroundings } from '../surroundings.ts'

/** Whether Winnow keeps its own files there. @param path without links */
export async function isOwnPath({ paths }: Pick<Surroundings, 'paths'>, path: string): Promise<boolean> {
  const own = await Promise.all([paths.dataDir, paths.cacheDir].map((dir) => realpath(dir).catch(() => dir)))
  return own.some((dir) => isInside(path, dir))
}
