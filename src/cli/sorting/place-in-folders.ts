import { sep } from 'node:path'
import type { Folder } from '../../contract/folders.ts'

type Root = Pick<Folder, 'folderId' | 'path'>

/** Which folder of the library holds an absolute path, and where in it (`/` between names); undefined when none does. */
export function placeInFolders(
  path: string,
  roots: readonly Root[],
): { readonly folderId: number; readonly folderPath: string } | undefined {
  for (const { folderId, path: root } of roots) {
    if (path === root) return { folderId, folderPath: '' }
    const start = root.endsWith(sep) ? root : `${root}${sep}`
    if (path.startsWith(start)) return { folderId, folderPath: path.slice(start.length).replaceAll(sep, '/') }
  }
  return undefined
}
