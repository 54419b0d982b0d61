import { cp, mkdir, readdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { rootDir } from './root-dir.ts'

const sharedPhotos = join(rootDir, '..', 'shared', 'photos')

/** Why a test that needs real photos can't run; undefined when they are there. */
export const photosMissing = existsSync(sharedPhotos)
  ? undefined
  : 'The photos at ../shared/photos are not on this machine'

/**
 * Copies the first `count` photos of a set (by name, so always the same ones) into a folder of the test's own.
 *
 * @param set "coco", "importer/orientation", …
 * @returns paths of the copies, in order
 */
export async function copyPhotos(set: string, count: number, targetDir: string): Promise<readonly string[]> {
  const sourceDir = join(sharedPhotos, set)
  const entries = await readdir(sourceDir, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && ['.jpg', '.jpeg', '.png', '.webp'].includes(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .slice(0, count)
  await mkdir(targetDir, { recursive: true })
  return await Promise.all(
    files.map(async (file, index) => {
      const copy = join(
        targetDir,
        `${String(index).padStart(4, '0')}-${file.slice(sourceDir.length + 1).replaceAll(/[/\\]/g, '-')}`,
      )
      await cp(file, copy)
      return copy
    }),
  )
}
