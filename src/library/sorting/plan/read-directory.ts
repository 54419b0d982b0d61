import { join } from 'node:path'
import { findCompanions } from '../../../core/sorting/find-companions.ts'
import { codeOf } from '../../scan/walk-folder.ts'
import type { Disk, DiskFacts } from '../disk/disk.ts'

/** A directory that files lie in, as it is on the disk now. */
export interface SourceDirectory {
  /** Companions by the name of their photo. */
  readonly companions: ReadonlyMap<string, readonly string[]>
  /** Of each companion the photo it goes with. */
  readonly ownerOf: ReadonlyMap<string, string>
}

/**
 * Lists a directory and finds what goes together. Null where it is not there, can't be read, or is reached through a link:
 * what lies behind a link belongs to another place, and is left there.
 */
export async function readDirectory(disk: Disk, path: string): Promise<SourceDirectory | null> {
  try {
    if ((await disk.realPath(path)) !== path) return null
    const entries = await disk.list(path)
    const companions = findCompanions(entries.filter(({ kind }) => kind === 'file').map(({ name }) => name))
    const ownerOf = new Map([...companions].flatMap(([owner, names]) => names.map((name) => [name, owner] as const)))
    return { companions, ownerOf }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP'].includes(codeOf(error))) return null
    throw error
  }
}

const mostAtOnce = 64

/** Size and time of files of one directory as they are now, by name; what is gone, or is no plain file, is left out. */
export async function factsByName(
  disk: Disk,
  directory: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, DiskFacts>> {
  const found = new Map<string, DiskFacts>()
  for (let from = 0; from < names.length; from += mostAtOnce) {
    const part = names.slice(from, from + mostAtOnce)
    const facts = await Promise.all(part.map((name) => disk.facts(join(directory, name))))
    for (const [index, one] of facts.entries()) if (one?.kind === 'file') found.set(part[index]!, one)
  }
  return found
}
