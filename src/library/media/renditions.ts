import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { LibraryContext } from '../context.ts'
import type { OriginalFile } from '../store/photo.ts'
import { renditionFile } from './cache-files.ts'

/** Photos made whole for the viewer, where no browser shows the original. */
export interface Renditions {
  /** The path of the WebP, made now when it is not there; null when that can't be done. */
  fileOf(original: OriginalFile): Promise<string | null>
}

export function createRenditions({ worker, surroundings }: LibraryContext): Renditions {
  const making = new Map<string, Promise<string | null>>()

  const make = async ({ fileId, folderPath, relativePath, sizeBytes, mtimeMs }: OriginalFile, path: string) => {
    try {
      await worker.render({ fileId, path: join(folderPath, relativePath), sizeBytes, mtimeMs }, path)
      return path
    } catch (error) {
      surroundings.log('warn', `“${relativePath}” could not be made whole for the viewer.`, error)
      return null
    }
  }

  return {
    async fileOf(original) {
      const path = renditionFile(surroundings.paths.cacheDir, original.contentHash)
      if (await isFile(path)) return path
      // The viewer preloads its neighbours and may ask twice.
      const made = making.get(path) ?? make(original, path).finally(() => making.delete(path))
      making.set(path, made)
      return await made
    },
  }
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (stats) => stats.size > 0,
    () => false,
  )
}
