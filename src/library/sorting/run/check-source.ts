import { basename, dirname } from 'node:path'
import type { Store } from '../../store/store.ts'
import { relativeInside } from '../../scan/path-inside.ts'
import type { Disk, DiskFacts } from '../disk/disk.ts'
import { LeftAlone, Obstacle } from './stop.ts'
import type { Transfer } from './transfer.ts'

/**
 * The file that is to be placed, when it is as the journal says.
 * @throws LeftAlone when it is gone, changed or no plain file; Obstacle when the whole folder it is in is away
 */
export async function checkSource(disk: Disk, store: Store, { from, entry }: Transfer): Promise<DiskFacts> {
  const facts = await disk.facts(from)
  if (facts === null) {
    await refuseWithoutFolder(disk, store, from)
    throw new LeftAlone(`“${basename(from)}” is not in ${dirname(from)} any more.`)
  }
  const reason = whyNotAsPlanned(facts, entry, from)
  if (reason !== null) throw new LeftAlone(reason)
  return facts
}

/** A sentence when the file is not the one the journal speaks of. */
export function whyNotAsPlanned(
  facts: DiskFacts,
  entry: { readonly sizeBytes: number; readonly mtimeMs: number },
  path: string,
): string | null {
  const name = basename(path)
  if (facts.kind === 'link') return `“${name}” is a link now.`
  if (facts.kind !== 'file') return `“${name}” is no file any more.`
  const isAsPlanned = facts.sizeBytes === entry.sizeBytes && facts.mtimeMs === entry.mtimeMs
  return isAsPlanned ? null : `“${name}” has changed since.`
}

/** @throws Obstacle when the folder of the library that holds `path` is not there: its drive is away, and nothing is lost. */
export async function refuseWithoutFolder(disk: Disk, store: Store, path: string): Promise<void> {
  const folder = store.folder.list().find((one) => relativeInside(path, one.path) !== null)
  if (folder === undefined || (await disk.facts(folder.path)) !== null) return
  throw new Obstacle(`The folder ${folder.path} is not there now. Connect its drive, then resume.`)
}
