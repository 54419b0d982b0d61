import { isExcludedName } from '../../core/scan/excluded-name.ts'
import type { LibraryContext } from '../context.ts'
import { relativeInside } from '../scan/path-inside.ts'
import type { Scanner } from '../scan/scanner.ts'
import type { FolderRow } from '../store/folder.ts'
import type { Store } from '../store/store.ts'

/** Whether a scan of `folder` comes to `path`: one behind a hidden folder is passed by, so it may be added on its own. */
export function isScannedWithin(path: string, folder: string): boolean {
  const way = relativeInside(path, folder)
  return way !== null && !way.split('/').some(isExcludedName)
}

/**
 * Makes `path` a folder of the library: anew, or as it was before it was removed. Folders inside, removed ones too, become
 * part of it with all that is known of their files, so that nothing is read twice.
 *
 * @param path absolute and without links; not inside a folder of the library
 */
export function placeFolder(
  { store, surroundings }: LibraryContext,
  scanner: Scanner,
  path: string,
): { readonly folderId: number; readonly tookIn: number } {
  const known = store.folder.listWithRemoved()
  const inner = known.filter((folder) => folder.path !== path && isScannedWithin(folder.path, path))
  // Stops at once; what a scan under way would still write has no folder any more.
  for (const folder of inner) void scanner.forget(folder.folderId)
  const folderId = store.transaction(() => {
    const same = known.find((folder) => folder.path === path)
    const placed = same?.folderId ?? store.folder.insert(path, surroundings.clock.nowMs())
    if (same !== undefined) store.folder.setRemoved(placed, null)
    for (const folder of inner) takeIn(store, placed, path, folder)
    return placed
  })
  return { folderId, tookIn: inner.filter((folder) => folder.removedAtMs === null).length }
}

function takeIn(store: Store, outerId: number, outerPath: string, inner: FolderRow): void {
  const way = relativeInside(inner.path, outerPath)
  if (way === null) return
  store.folder.dropShadowed(outerId, `${way}/`, inner.folderId)
  store.folder.takeIn(outerId, `${way}/`, inner.folderId)
  store.folder.delete(inner.folderId)
}
