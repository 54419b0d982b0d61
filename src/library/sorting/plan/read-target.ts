import { join } from 'node:path'
import { foldName, foldPath } from '../../../core/sorting/fold-path.ts'
import type { TargetDirectory, TargetEntry, TargetTree } from '../../../core/sorting/sort-facts.ts'
import { joinPath } from '../../../core/sorting/target-path.ts'
import { codeOf } from '../../scan/walk-folder.ts'
import type { Disk } from '../disk/disk.ts'
import { factsByName } from './read-directory.ts'
import { withSeparators } from './slashes.ts'

/**
 * What stands in those directories of a target that exist, as it is spelled there. Directories behind links are not looked
 * into: whatever they are, they are not the place they seem to be.
 * @param directories relative to the target, each after the one it is in
 */
export async function readTarget(
  disk: Disk,
  targetPath: string,
  directories: readonly string[],
  signal: AbortSignal,
): Promise<TargetTree> {
  const tree = new Map<string, TargetDirectory>()
  for (const wanted of directories) {
    signal.throwIfAborted()
    const there = wanted === '' ? { path: '', isLink: false } : spelledIn(tree, wanted)
    if (there === null) continue
    const { path, isLink } = there
    if (isLink) {
      tree.set(foldPath(wanted), { path, entries: [], leadsOutside: true })
      continue
    }
    const entries = await listEntries(disk, join(targetPath, withSeparators(path)))
    if (entries !== null) tree.set(foldPath(wanted), { path, entries, leadsOutside: false })
  }
  return tree
}

/** How a directory is spelled in the one it is in; null when it is not there. */
function spelledIn(tree: TargetTree, wanted: string): { readonly path: string; readonly isLink: boolean } | null {
  const cut = wanted.lastIndexOf('/')
  const parent = tree.get(foldPath(wanted.slice(0, Math.max(0, cut))))
  if (parent === undefined) return null
  const name = wanted.slice(cut + 1)
  const alike = parent.entries.filter((entry) => foldName(entry.name) === foldName(name) && entry.kind !== 'file')
  const entry = alike.find((one) => one.name === name) ?? alike[0]
  if (entry === undefined) return null
  return { path: joinPath(parent.path, entry.name), isLink: entry.kind === 'other' }
}

async function listEntries(disk: Disk, path: string): Promise<readonly TargetEntry[] | null> {
  try {
    const listed = await disk.list(path)
    const files = listed.filter(({ kind }) => kind === 'file').map(({ name }) => name)
    const facts = await factsByName(disk, path, files)
    return listed.map(({ name, kind }) => ({
      name,
      kind: kind === 'link' ? 'other' : kind,
      sizeBytes: facts.get(name)?.sizeBytes ?? 0,
      contentHash: null,
    }))
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw error
  }
}
