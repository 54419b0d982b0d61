import { access, constants, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { isExcludedName } from '../../core/scan/excluded-name.ts'
import type { LibraryContext } from '../context.ts'
import { isInside, relativeInside } from '../scan/path-inside.ts'
import type { Scanner } from '../scan/scanner.ts'
import { codeOf } from '../scan/walk-folder.ts'
import type { FolderRow } from '../store/folder.ts'

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
  const result: AddFoldersResult = { added: [], alreadyIn: [], refused: [] }
  for (const given of paths) {
    const checked = await checkFolder(context, given)
    if ('reason' in checked) {
      result.refused.push({ path: given, reason: checked.reason })
      continue
    }
    const outer = context.store.folder.list().find((folder) => isScannedWithin(checked.path, folder.path))
    if (outer !== undefined) {
      result.alreadyIn.push({ folderId: outer.folderId, path: outer.path })
      continue
    }
    const folderId = await insertFolder(context, scanner, checked.path)
    result.added.push({ folderId, path: checked.path })
    scanner.scan(folderId, { first: true })
    context.events.announce('folders.changed', {})
  }
  return result
}

/** The folder's real path, or why it can't be added. */
async function checkFolder(
  context: LibraryContext,
  given: string,
): Promise<{ readonly path: string } | { readonly reason: string }> {
  const typed = given === '~' || given.startsWith('~/') ? join(homedir(), given.slice(1)) : given
  if (!isAbsolute(typed)) {
    return {
      reason: `“${given}” is not a full path. Write it from the beginning, as in ${join(homedir(), 'Pictures')}.`,
    }
  }
  try {
    const path = await realpath(typed)
    if (!(await stat(path)).isDirectory()) return { reason: `“${given}” is a file. Choose the folder it is in.` }
    await access(path, constants.R_OK | constants.X_OK)
    const { dataDir, cacheDir } = context.surroundings.paths
    const own = await Promise.all([dataDir, cacheDir].map((dir) => realpath(dir).catch(() => dir)))
    if (own.some((dir) => isInside(path, dir))) {
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

/** Whether a scan of `folder` comes to `path`: one behind a hidden folder is passed by, so it may be added on its own. */
function isScannedWithin(path: string, folder: string): boolean {
  const way = relativeInside(path, folder)
  return way !== null && !way.split('/').some(isExcludedName)
}

async function insertFolder(context: LibraryContext, scanner: Scanner, path: string): Promise<number> {
  const { store, surroundings } = context
  const known = store.folder.listWithRemoved()
  const inner = known.filter((folder) => folder.path !== path && isScannedWithin(folder.path, path))
  for (const folder of inner) await scanner.forget(folder.folderId)
  return store.transaction(() => {
    const same = known.find((folder) => folder.path === path)
    const folderId = same?.folderId ?? store.folder.insert(path, surroundings.clock.nowMs())
    if (same !== undefined) store.folder.setRemoved(folderId, null)
    for (const folder of inner) takeIn(context, folderId, path, folder)
    return folderId
  })
}

/** Files of a removed folder inside are known again too, rather than read anew. */
function takeIn(context: LibraryContext, outerId: number, outerPath: string, inner: FolderRow): void {
  const { store } = context
  const way = relativeInside(inner.path, outerPath)
  if (way === null) return
  store.folder.dropShadowed(outerId, `${way}/`, inner.folderId)
  store.folder.takeIn(outerId, `${way}/`, inner.folderId)
  store.folder.delete(inner.folderId)
}
