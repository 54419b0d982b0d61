import type { SortRunRow } from '../../store/sort-run.ts'
import type { SortEngineOptions } from './engine-options.ts'
import { finishRun } from './finish-run.ts'
import { settleAndStore } from './run-groups.ts'
import { Obstacle } from './stop.ts'

/**
 * After a start, before any scan: files that were in hand when Winnow ended are found on the disk and either stand in their
 * place then or are where they were; the run says so.
 */
export async function recoverRuns(options: SortEngineOptions): Promise<void> {
  const { context } = options
  for (const run of context.store.sortRun.underWay()) {
    let obstacle: string | null = null
    try {
      await settleAndStore(options, run)
    } catch (error) {
      context.surroundings.log('warn', `What sorting had in hand could not be looked after.`, error)
      obstacle = error instanceof Obstacle ? error.message : 'Winnow looks after the rest when the run goes on.'
    }
    if (run.state === 'cancelled') continue
    const { sortEntry } = context.store
    const isUndo = run.state === 'undoing' || sortEntry.pending(run.runId, 'undo').files > 0
    const direction = isUndo ? 'undo' : 'apply'
    const isLeft = sortEntry.pending(run.runId, direction).files > 0
    if (obstacle === null && !isLeft) await finishRun(options, run, direction)
    else interruptRun(options, run, 'Winnow ended', obstacle)
  }
}

/** Writes down that a run was left in the middle, and where its files are. */
export function interruptRun(
  { context }: SortEngineOptions,
  run: SortRunRow,
  what: string,
  obstacle: string | null,
): void {
  const { store, events } = context
  const counts = store.sortRun.withCounts(run.runId)
  if (counts === undefined) return
  const { done, total, undone, waiting, failed, kept } = counts
  const isUndo = run.state === 'undoing' || store.sortEntry.pending(run.runId, 'undo').files > 0
  const said = isUndo
    ? `${what} while undoing. ${ofAll(undone, total)} back, ${some(done + kept)} still in place.`
    : `${what} while sorting. ${ofAll(done, total)} in place, ${some(waiting + failed)} where they were.`
  const notice = obstacle === null ? said : `${said} ${obstacle}`
  store.sortRun.setState(run.runId, 'interrupted', null, notice)
  events.announce('sorting.runsChanged', {})
}

/** "120 of 200 files are" */
function ofAll(count: number, total: number): string {
  return `${count.toLocaleString('en')} of ${total.toLocaleString('en')} files ${count === 1 ? 'is' : 'are'}`
}

/** "80 are" */
function some(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'is' : 'are'}`
}
