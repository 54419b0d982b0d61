import { rm } from 'node:fs/promises'
import type { LibraryContext } from '../context.ts'
import { thumbnailFile } from '../media/cache-files.ts'

/** So long a removed folder can be brought back by undo. */
const keptMs = 30 * 24 * 3600 * 1000

/**
 * Forgets what a person removed 30 days ago, and photos that are left with neither a file nor an answer, together with
 * their thumbnails.
 */
export async function purgeFolders(context: LibraryContext): Promise<void> {
  const { store, surroundings } = context
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
    if (hash !== null) await rm(thumbnailFile(surroundings.paths.cacheDir, hash), { force: true })
  }
}
