import { access, constants, realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { LibraryContext } from '../context.ts'
import { recordAction } from '../history/record-action.ts'
import { isOwnPath } from '../paths/is-own-path.ts'
import { typedPath } from '../paths/typed-path.ts'
import type { Scanner } from '../scan/scanner.ts'
import { codeOf } from '../scan/walk-folder.ts'
import { isScannedWithin, placeFolder } from './place-folder.ts'

interface AddedFolder {
  readonly folderId: number
  readonly path: string
}

export interface AddFoldersResult {
  readonly added: AddedFolder[]
  readonly alreadyIn: AddedFolder[]
  /** `path` as it was given. */
  readonly refused: { readonly path: string; readonly reason: string }[]
}

/**
 * Adds folders and begins to scan them. One inside a folder of the library is answered with that one; one that contains
 * some takes them in with all that is known of their files. A folder that was removed and not yet purged comes back whole.
 */
export async function addFolders(
  context: LibraryContext,
  scanner: Scanner,
  paths: readonly string[],
): Promise<AddFoldersResult> {
  const { store, events } = context
  const result: AddFoldersResult = { added: [], alreadyIn: [], refused: [] }
  const undoable: AddedFolder[] = []
  for (const given of paths) {
    const checked = await checkFolder(context, given)
    if ('reason' in checked) {
      result.refused.push({ path: given, reason: checked.reason })
      continue
    }
    const outer = store.folder.list().find((folder) => isScannedWithin(checked.path, folder.path))
    if (outer !== undefined) {
      result.alreadyIn.push({ folderId: outer.folderId, path: outer.path })
      continue
    }
    const { folderId, tookIn } = placeFolder(context, scanner, checked.path)
    const added = { folderId, path: checked.path }
    result.added.push(added)
    // Forgetting it again would not bring back what it took in.
    if (tookIn === 0) undoable.push(added)
    scanner.scan(folderId, { first: true })
  }
  if (result.added.length > 0) events.announce('folders.changed', {})
  if (undoable.length > 0) {
    const [first] = undoable
    const what = undoable.length === 1 && first !== undefined ? basename(first.path) : `${undoable.length} folders`
    recordAction(context, {
      label: `Added ${what}`,
      change: { kind: 'folders-added', folderIds: undoable.map(({ folderId }) => folderId) },
    })
  }
  return result
}

/** The folder's real path, or why it can't be added. */
async function checkFolder(
  context: LibraryContext,
  given: string,
): Promise<{ readonly path: string } | { readonly reason: string }> {
  const typed = typedPath(given, 'Pictures')
  if ('reason' in typed) return typed
  try {
    const path = await realpath(typed.path)
    if (!(await stat(path)).isDirectory()) return { reason: `“${given}” is a file. Choose the folder it is in.` }
    await access(path, constants.R_OK | constants.X_OK)
    if (await isOwnPath(context.surroundings, path)) {
      return { reason: `“${given}” is where Winnow keeps its own files. Choose a folder of photos.` }
    }
    return { path }
  } catch (error) {
    return { reason: refusal(given, codeOf(error)) }
  }
}

function refusal(given: string, code: string): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no folder “${given}”. Check how it is written.`
  if (code === 'EACCES' || code === 'EPERM') {
    return `Winnow is not allowed to read “${given}”. Change its permissions, then add it again.`
  }
  return `“${given}” can’t be opened (${code}). If it is on a drive, check that it is connected.`
}
