import type { SortProgress } from '../../../contract/sorting.ts'
import type { SortAction } from '../../../core/sorting/sort-rules.ts'
import type { NewEntryRow } from '../../store/sort-entry.ts'

/** A file of a run to be. Paths are absolute and as the system spells them. */
export type NewSortEntry = Omit<NewEntryRow, 'runId'>

export interface NewSortRun {
  readonly rulesName: string | null
  readonly action: SortAction
  /** Without links. */
  readonly targetPath: string
  /** Groups one after the other. */
  readonly entries: readonly NewSortEntry[]
}

/** Does what plans say, step by step with a journal, one run at a time, and takes it back. */
export interface SortEngine {
  /**
   * Writes the journal and begins.
   * @returns the run's id
   * @throws WinnowError `not-available` while a run is under way
   */
  start(run: NewSortRun): number
  /** Goes on with a run that was interrupted or cancelled. @throws WinnowError `not-found`, `not-available` */
  resumeRun(runId: number): void
  /** Takes a run back, or (`entryIds`) some of its files with their companions. @throws WinnowError `not-found`, `not-available` */
  undo(runId: number, entryIds: readonly number[] | null): void
  /** Does again what was undone. @throws WinnowError `not-found`, `not-available` */
  redo(runId: number): void
  pause(): void
  resume(): void
  cancel(): void
  progress(): SortProgress
  /** After a start: finishes or rolls back what was in hand when Winnow ended, and says so in the run. Before any scan. */
  recover(): Promise<void>
  /** Resolves when nothing is under way. */
  settled(signal?: AbortSignal): Promise<void>
  close(): Promise<void>
}
