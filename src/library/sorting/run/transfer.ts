import { dirname, join } from 'node:path'
import type { SortEntryRow } from '../../store/sort-entry.ts'
import type { SortRunRow } from '../../store/sort-run.ts'

export type Direction = 'apply' | 'undo'

/** A file on its way, in the direction the run goes: an undo brings it from where it was sorted to back to where it was. */
export interface Transfer {
  readonly entry: SortEntryRow
  readonly from: string
  readonly to: string
  /** Where a copy is made before it gets its name. Hidden, so that no scan sees it; no other run or library has the same. */
  readonly temporaryPath: string
}

export function transferOf(run: SortRunRow, entry: SortEntryRow, direction: Direction): Transfer {
  const [from, to] = direction === 'apply' ? [entry.fromPath, entry.toPath] : [entry.toPath, entry.fromPath]
  const temporaryName = `.winnow-${run.startedAtMs.toString(36)}-${entry.entryId}.part`
  return { entry, from, to, temporaryPath: join(dirname(to), temporaryName) }
}
