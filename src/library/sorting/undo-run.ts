import type { LibraryContext } from '../context.ts'
import { parseChange } from '../history/change.ts'
import type { SortEngine } from './run/sort-engine.ts'

/**
 * Takes a run back, or some files of it. Where the run is the last thing the person did, taking all of it back is that
 * step's undo: Ctrl+Z goes on with what was before it, and Ctrl+Y sorts again.
 * @throws WinnowError as `SortEngine.undo` does
 */
export function undoRun(
  { store, events }: Pick<LibraryContext, 'store' | 'events'>,
  engine: SortEngine,
  runId: number,
  entryIds: readonly number[] | null,
): void {
  engine.undo(runId, entryIds)
  const last = entryIds === null ? store.action.lastDone() : null
  const change = last === null ? null : parseChange(last.change)
  if (last === null || change?.kind !== 'files-sorted' || change.runId !== runId) return
  store.action.setState(last.actionId, 'undone')
  events.announce('history.changed', {})
}
