import type { Event } from '@parcel/watcher'
import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isExcludedName } from '../../core/scan/excluded-name.ts'
import { mediaKind } from '../../core/scan/media-kind.ts'
import { directoryOf, nameOf } from '../../core/scan/relative-path.ts'
import { relativeInside } from '../scan/path-inside.ts'
import { everything } from '../scan/scan-folder.ts'
import type { ScanTarget } from '../scan/walk-folder.ts'

/** With more places than this, one scan of everything is cheaper than many small ones. */
const mostTargets = 200

/**
 * Where a scan should look after these changes: the directories of changed files, and whole sub-folders that appeared,
 * disappeared or were renamed.
 *
 * @param root the watched folder, absolute and without links
 * @param knownDirectories directories of the folder that hold files, as the library spells them
 */
export async function changedTargets(
  root: string,
  changes: readonly Event[],
  knownDirectories: () => readonly string[],
): Promise<readonly ScanTarget[]> {
  const targets = new Map<string, ScanTarget>()
  const add = (directory: string, deep: boolean): void => {
    if (targets.get(directory)?.deep !== true) targets.set(directory, { directory, deep })
  }
  let known: readonly { readonly directory: string; readonly folded: string }[] | undefined
  const spelled = new Map<string, string>()
  const spell = async (directory: string): Promise<string> => {
    const before = spelled.get(directory) ?? (await spelling(root, directory))
    spelled.set(directory, before)
    return before
  }

  for (const change of changes) {
    const path = relativeInside(change.path, root)
    if (path === null || path.split('/').some(isExcludedName)) continue
    if (path === '') return everything
    const isMedia = mediaKind(nameOf(path)) !== null
    if (change.type === 'delete') {
      if (isMedia) add(await spell(directoryOf(path)), false)
      known ??= knownDirectories().map((directory) => ({ directory, folded: directory.normalize('NFC') }))
      const folded = `${path}/`.normalize('NFC')
      for (const one of known)
        if (one.folded.startsWith(folded)) add(one.directory.slice(0, lengthOfStart(one.directory, path)), true)
    } else if (isMedia) {
      add(await spell(directoryOf(path)), false)
    } else if (await isDirectory(change.path)) {
      add(await spell(`${path}/`), true)
    }
    if (targets.size > mostTargets) return everything
  }
  return [...targets.values()]
}

/** How long the first names of `directory` are, as many as `path` has. */
function lengthOfStart(directory: string, path: string): number {
  const names = directory.split('/').slice(0, path.split('/').length)
  return names.join('/').length + 1
}

/** A watcher may spell a name in another normal form than a listing does; the real path is what a listing will say. */
async function spelling(root: string, directory: string): Promise<string> {
  if (directory === '') return ''
  try {
    const real = relativeInside(await realpath(join(root, directory)), root)
    return real === null || real === '' ? directory : `${real}/`
  } catch {
    return directory
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}
