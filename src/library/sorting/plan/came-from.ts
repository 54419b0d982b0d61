import { join } from 'node:path'
import type { LibraryPlace } from '../../../core/sorting/sort-facts.ts'
import { relativeInside } from '../../scan/path-inside.ts'
import type { Store } from '../../store/store.ts'
import { directoryPlace } from './directory-place.ts'

/** Where files that Winnow moved to where they are now lay before, by file. Files asked for by id. */
export function cameFrom(
  store: Pick<Store, 'sortEntry' | 'folder'>,
  fileIds: readonly number[],
): ReadonlyMap<number, LibraryPlace> {
  const folders = store.folder.list()
  const places = new Map<number, LibraryPlace>()
  for (const { fileId, fromPath, toPath, folderPath, relativePath } of store.sortEntry.sortedFrom(fileIds)) {
    if (join(folderPath, relativePath) !== toPath) continue
    for (const { folderId, path } of folders) {
      const way = relativeInside(fromPath, path)
      if (way === null) continue
      places.set(fileId, { folderId, path: directoryPlace(way) })
      break
    }
  }
  return places
}
