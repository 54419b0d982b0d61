import type { SortEntryRow } from '../../store/sort-entry.ts'
import type { PlacedFile } from './place-file.ts'
import type { Obstacle } from './stop.ts'
import type { Direction } from './transfer.ts'

/** What became of entries that were in hand; each is in one of these. */
export interface BatchResult {
  readonly direction: Direction
  readonly placed: PlacedFile[]
  /** Copies and second names that an undo took away. */
  readonly removed: SortEntryRow[]
  readonly leftAlone: { readonly entry: SortEntryRow; readonly reason: string }[]
  /** As before, and still to be done. */
  readonly untouched: SortEntryRow[]
  /** Why the run can't go on. */
  obstacle: Obstacle | null
}

export function emptyResult(direction: Direction): BatchResult {
  return { direction, placed: [], removed: [], leftAlone: [], untouched: [], obstacle: null }
}
