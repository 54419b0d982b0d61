import type { Folder } from '../../contract/folders.ts'
import type { Place } from '../state/view.ts'

type FolderRef = Pick<Folder, 'folderId' | 'path'>

/** Where the library shows a folder of the disk; null where it lies in none that was added. `path` in full, either slash. */
export function placeOfPath(path: string, folders: readonly FolderRef[]): Extract<Place, { kind: 'folder' }> | null {
  const wanted = plain(path)
  const holds = folders.filter((folder) => wanted === plain(folder.path) || wanted.startsWith(`${plain(folder.path)}/`))
  // Of two that hold it, one inside the other, the inner one.
  const [inner] = holds.toSorted((a, b) => b.path.length - a.path.length)
  if (inner === undefined) return null
  return { kind: 'folder', folderId: inner.folderId, folderPath: wanted.slice(plain(inner.path).length + 1) }
}

function plain(path: string): string {
  // A backslash is a letter like any other where paths begin with a slash.
  const slashes = path.startsWith('/') ? path : path.replaceAll('\\', '/')
  return slashes.replace(/\/+$/, '')
}
