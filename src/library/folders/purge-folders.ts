import { rm } from 'node:fs/promises'
import type { LibraryContext } from '../context.ts'
import { renditionFile, thumbnailFile } from '../media/cache-files.ts'

/** So long a removed folder can be brought back by undo. */
const keptMs = 30 * 24 * 3600 * 1000

/**
 * Forgets what a person removed 30 days ago, and photos that are left with neither a file nor an answer, together with
 * their thumbnails.
 */
export async function purgeFolders(context: LibraryContext): Promise<void> {
  const { store, surroundings } = context
  const { cacheDir } = surroundings.paths
  const nowMs = surroundings.clock.nowMs()
  const hashes = store.transaction(() => {
    for (const folder of store.folder.listWithRemoved()) {
      if (folder.removedAtMs !== null && folder.removedAtMs < nowMs - keptMs) store.folder.delete(folder.folderId)
    }
    return store.photo.orphans().map(({ photoId, contentHash }) => {
      store.photo.delete(photoId)
      return contentHash
    })
  })
  for (const hash of hashes) {
    if (hash === null) continue
    await rm(thumbnailFile(cacheDir, hash), { force: true })
    await rm(renditionFile(cacheDir, hash), { force: true })
  }
}
