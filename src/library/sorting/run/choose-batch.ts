import type { SortEntryRow } from '../../store/sort-entry.ts'
import type { Store } from '../../store/store.ts'
import { groupsOf } from './groups-of.ts'
import type { Direction } from './transfer.ts'

/** Between two commits, so that the journal costs a move little. */
const renamesAtMost = 256
/** A batch of copies ends with a wait for the disk, in which nothing else is done. */
const copiesAtMost = 1024
const batchBytes = 256 * 1024 * 1024

/**
 * The next whole groups that are to be placed or taken back; none at the end.
 * @param isCopying bound them by their bytes too: what is copied is only worth something once it is in the journal
 */
export function chooseBatch(
  store: Store,
  runId: number,
  direction: Direction,
  isCopying: boolean,
): readonly (readonly SortEntryRow[])[] {
  const batchFiles = isCopying ? copiesAtMost : renamesAtMost
  // One more than fits tells whether the last group is whole.
  const entries = store.sortEntry.next(runId, direction, batchFiles + 1)
  const groups = groupsOf(entries)
  const first = groups[0]?.[0]
  if (first === undefined) return []
  if (entries.length <= batchFiles) return isCopying ? withinBytes(groups) : groups
  if (groups.length === 1) return [store.sortEntry.nextOfGroup(runId, first.groupNumber, direction)]
  return isCopying ? withinBytes(groups.slice(0, -1)) : groups.slice(0, -1)
}

/** At least one group, however large. */
function withinBytes(groups: readonly (readonly SortEntryRow[])[]): readonly (readonly SortEntryRow[])[] {
  let sizeBytes = 0
  const end = groups.findIndex((group) => {
    sizeBytes += group.reduce((sum, entry) => sum + entry.sizeBytes, 0)
    return sizeBytes > batchBytes
  })
  return end === -1 ? groups : groups.slice(0, Math.max(1, end))
}
