import { dirname, join } from 'node:path'
import { WinnowError } from '../../contract/error.ts'
import type { LibraryContext } from '../context.ts'
import { isInside } from '../scan/path-inside.ts'
import { codeOf } from '../scan/walk-folder.ts'
import type { Disk } from './disk/disk.ts'

/** What systems leave in folders by themselves, in lower case. */
const litter = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.directory'])

/**
 * Folders that a run took files from and that hold nothing now, and those around them that hold nothing else; never a folder
 * of the library itself. Those inside others first.
 * @throws WinnowError `not-found`
 */
export async function emptyFolders(
  { store }: Pick<LibraryContext, 'store'>,
  disk: Disk,
  runId: number,
): Promise<readonly string[]> {
  if (store.sortRun.get(runId) === undefined) throw new WinnowError('not-found', 'There is no such run.')
  const roots = store.folder.list().map(({ path }) => path)
  const empty = new Set<string>()
  for (const left of store.sortDirectory.list(runId, 'left')) {
    const root = roots.find((path) => path !== left && isInside(left, path))
    if (root === undefined) continue
    for (let at = left; at !== root && !roots.includes(at) && (await isEmpty(disk, at, empty)); at = dirname(at)) {
      empty.add(at)
    }
  }
  return [...empty].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

/** But for litter, and folders that are empty themselves. */
async function isEmpty(disk: Disk, path: string, empty: ReadonlySet<string>): Promise<boolean> {
  if (empty.has(path)) return true
  try {
    if ((await disk.realPath(path)) !== path) return false
    const entries = await disk.list(path)
    return entries.every(({ name, kind }) =>
      kind === 'directory' ? empty.has(join(path, name)) : kind === 'file' && litter.has(name.toLowerCase()),
    )
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(codeOf(error))) return false
    throw error
  }
}

/** Moves such folders to the system's trash, those that are still empty. Where there is no trash, only what is truly empty goes. */
export async function removeEmptyFolders(
  context: Pick<LibraryContext, 'store' | 'surroundings' | 'events'>,
  disk: Disk,
  { runId, paths }: { readonly runId: number; readonly paths: readonly string[] },
): Promise<{ removed: string[]; kept: { path: string; reason: string }[] }> {
  const empty = new Set(await emptyFolders(context, disk, runId))
  const removed: string[] = []
  const kept: { path: string; reason: string }[] = []
  for (const path of [...paths].sort((a, b) => b.length - a.length)) {
    // Again: while others went to the trash, something may have come.
    const isStillEmpty = empty.has(path) && (await isEmpty(disk, path, new Set()))
    const reason = isStillEmpty ? await remove(context, disk, path) : `${path} is not empty any more, so it stays.`
    if (reason === null) removed.push(path)
    else kept.push({ path, reason })
  }
  // What is offered by now is less.
  if (removed.length > 0) context.events.announce('sorting.runsChanged', {})
  return { removed, kept }
}

/** Why it stays; null when it is gone. */
async function remove(
  { surroundings }: Pick<LibraryContext, 'surroundings'>,
  disk: Disk,
  path: string,
): Promise<string | null> {
  try {
    if (surroundings.trash !== undefined) {
      await surroundings.trash(path)
      return null
    }
    return (await disk.removeEmptyDirectory(path))
      ? null
      : `${path} holds hidden files of the system, and there is no trash to move it to.`
  } catch (error) {
    return error instanceof Error ? error.message : `${path} could not be moved to the trash.`
  }
}
