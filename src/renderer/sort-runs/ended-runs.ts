import type { SortRun } from '../../contract/sorting.ts'
import { isSettled } from './sort-words.ts'

/** How a run stood; another one means that files were moved. */
export function standingOf({ state, done, undone, kept, failed }: SortRun): string {
  return [state, done, undone, kept, failed].join()
}

/**
 * Runs that ended since the list was read before: those that stand differently and are not under way. What a run did in
 * between is not seen where it was quick, so both readings of the list are compared.
 *
 * @param before how the runs stood, by id
 */
export function endedRuns(runs: readonly SortRun[], before: ReadonlyMap<number, string>): readonly SortRun[] {
  return runs.filter((run) => isSettled(run) && before.get(run.runId) !== standingOf(run))
}
