import { join } from 'node:path'
import { findCompanions } from '../../../core/sorting/find-companions.ts'
import { codeOf } from '../../scan/walk-folder.ts'
import type { Disk } from '../disk/disk.ts'

/** A directory that files lie in, as it is on the disk now. */
export interface SourceDirectory {
  /** Plain files by name; links are none. */
  readonly names: ReadonlySet<string>
  /** Companions by the name of their photo. */
  readonly companions: ReadonlyMap<string, readonly string[]>
  /** Names of all companions. */
  readonly accompanying: ReadonlySet<string>
}

/**
 * Lists a directory and finds what goes together. Null where it is not there, can't be read, or is reached through a link:
 * what lies behind a link belongs to another place, and is left there.
 */
export async function readDirectory(disk: Disk, path: string): Promise<SourceDirectory | null> {
  try {
    if ((await disk.realPath(path)) !== path) return null
    const entries = await disk.list(path)
    const names = new Set(entries.filter(({ kind }) => kind === 'file').map(({ name }) => name))
    const companions = findCompanions(names)
    return { names, companions, accompanying: new Set([...companions.values()].flat()) }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP'].includes(codeOf(error))) return null
    throw error
  }
}

/** Size and time of a file that the library does not list; null when it is gone again. */
export async function companionFacts(
  disk: Disk,
  directory: string,
  name: string,
): Promise<{ readonly sizeBytes: number; readonly mtimeMs: number } | null> {
  const facts = await disk.facts(join(directory, name))
  return facts?.kind === 'file' ? { sizeBytes: facts.sizeBytes, mtimeMs: facts.mtimeMs } : null
}
