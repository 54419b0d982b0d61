import { basename } from 'node:path'
import type { Folder } from '../../contract/folders.ts'
import type { FolderRow } from '../store/folder.ts'
import type { Store } from '../store/store.ts'

/** More than a person opens one by one; the rest is found by search. */
const mostSubfolders = 2000

/** The person's folders with what lies in them. */
export function listFolders(store: Store): readonly Folder[] {
  return store.folder.list().map((row) => describeFolder(store, row))
}

function describeFolder(store: Store, row: FolderRow): Folder {
  const directories = store.folderContents.photosByDirectory(row.folderId)
  const notReadYet = store.folderContents.notReadYet(row.folderId)
  return {
    folderId: row.folderId,
    path: row.path,
    name: basename(row.path) || row.path,
    status: row.status,
    photoCount: directories.reduce((sum, directory) => sum + directory.photoCount, 0),
    notReadYet: Object.fromEntries(notReadYet.map(({ ending, count }) => [ending, count])),
    lastScanAtMs: row.lastScanAtMs,
    notice: row.notice,
    subfolders: subfoldersOf(directories),
  }
}

/**
 * Every sub-folder that holds photos at any depth, with how many, sorted by path.
 * @param directories photos directly in each directory; its path ends with `/`, and is '' for the folder itself
 */
export function subfoldersOf(
  directories: readonly { readonly directory: string; readonly photoCount: number }[],
): Folder['subfolders'] {
  const counts = new Map<string, number>()
  for (const { directory, photoCount } of directories) {
    for (let end = directory.length - 1; end > 0; end = directory.lastIndexOf('/', end - 1)) {
      const path = directory.slice(0, end)
      counts.set(path, (counts.get(path) ?? 0) + photoCount)
    }
  }
  return [...counts]
    .map(([path, photoCount]) => ({ path, photoCount }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .slice(0, mostSubfolders)
}
