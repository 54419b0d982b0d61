import type { LibraryContext } from '../context.ts'
import { parseChange } from '../history/change.ts'
import type { SortEngine } from './run/sort-engine.ts'

/**
 * Takes a run back, or some files of it. Where the run is the last thing the person did, taking all of it back is that
 * step's undo: Ctrl+Z goes on with what was before it, and Ctrl+Y sorts again. Where it is not, it is no step any more.
 * @throws WinnowError as `SortEngine.undo` does
 */
export function undoRun(
  { store, events }: Pick<LibraryContext, 'store' | 'events'>,
  engine: SortEngine,
  runId: number,
  entryIds: readonly number[] | null,
): void {
  engine.undo(runId, entryIds)
  if (entryIds !== null) return
  const step = store.action.all().find(({ change: json }) => {
    const change = parseChange(json)
    return change?.kind === 'files-sorted' && change.runId === runId
  })
  if (step === undefined) return
  const { actionId } = step
  if (store.action.lastDone()?.actionId === actionId) store.action.setState(actionId, 'undone')
  else store.action.delete(actionId)
  events.announce('history.changed', {})
}
