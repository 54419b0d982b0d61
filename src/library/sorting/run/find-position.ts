import type { SortAction } from '../../../core/sorting/sort-rules.ts'
import type { Disk, DiskFacts } from '../disk/disk.ts'
import { isSameFile } from './same-file.ts'
import type { Transfer } from './transfer.ts'

/**
 * Where a file is whose move, copy or link was begun. `begun`: where it comes from · `placed`: where it goes to · `both`: it stands at
 * its new path and, of a move, the old one is still to go: the same file, or the same content as read from the disk just now ·
 * `lost`: at neither.
 */
export type Position =
  | { readonly kind: 'begun' | 'lost' }
  | { readonly kind: 'placed'; readonly facts: DiskFacts }
  | {
      readonly kind: 'both'
      readonly facts: DiskFacts
      readonly source: DiskFacts
      readonly contentHash: string | null
    }

/** The coarsest times that disks keep: FAT's. */
const coarsestMs = 2000

/** Finds it out from the disk alone: the process that began may have ended at any instant. Changes nothing. */
export async function findPosition(disk: Disk, action: SortAction, { from, to, entry }: Transfer): Promise<Position> {
  const source = await disk.facts(from)
  const facts = await disk.facts(to)
  if (facts === null) return { kind: source === null ? 'lost' : 'begun' }
  const isLike = facts.kind === 'file' && facts.sizeBytes === entry.sizeBytes && isNear(facts, entry.mtimeMs)
  if (source === null) {
    const isIt = isLike && (await hasHash(disk, to, facts, entry))
    return isIt ? { kind: 'placed', facts } : { kind: 'lost' }
  }
  if (!isLike || source.kind !== 'file') return { kind: 'begun' }
  if (isSameFile(source, facts)) {
    return action === 'copy' ? { kind: 'begun' } : { kind: 'both', facts, source, contentHash: null }
  }
  if (action === 'link' || source.sizeBytes !== facts.sizeBytes) return { kind: 'begun' }
  const contentHash = await disk.hash(to)
  const isCopy = (await disk.hash(from)) === contentHash
  return isCopy ? { kind: 'both', facts, source, contentHash } : { kind: 'begun' }
}

/** The same time to the last bit needs no reading. */
async function hasHash(disk: Disk, path: string, facts: DiskFacts, entry: Transfer['entry']): Promise<boolean> {
  if (entry.contentHash === null || facts.mtimeMs === entry.mtimeMs) return true
  return (await disk.hash(path)) === entry.contentHash
}

function isNear(facts: DiskFacts, mtimeMs: number): boolean {
  return Math.abs(facts.mtimeMs - mtimeMs) <= coarsestMs
}
