import type { SortRunRow } from '../../store/sort-run.ts'
import type { SortEngineOptions } from './engine-options.ts'
import type { Direction } from './transfer.ts'

/** Ends a run of which nothing is pending. Directories that it made and nothing is in go: after an undo, or where no file got to. */
export async function finishRun(options: SortEngineOptions, run: SortRunRow, direction: Direction): Promise<void> {
  const { store, surroundings, events } = options.context
  if (direction === 'undo') forgetAddedFolder(options, run)
  await clearAway(options, run)
  const { waiting = 0, done = 0, kept = 0, undone = 0 } = store.sortRun.withCounts(run.runId) ?? {}
  const isUndone = direction === 'undo' && done === 0 && undone + kept > 0
  const state = isUndone ? 'undone' : waiting > 0 ? 'cancelled' : 'done'
  store.sortRun.setState(run.runId, state, surroundings.clock.nowMs(), null)
  events.announce('sorting.runsChanged', {})
}

/** Only what is empty: what the person put there meanwhile keeps its place. */
async function clearAway(options: SortEngineOptions, run: SortRunRow): Promise<void> {
  const { disk, context } = options
  const { sortDirectory } = context.store
  for (const path of sortDirectory.list(run.runId, 'made')) {
    try {
      if (!(await disk.removeEmptyDirectory(path)) && (await disk.facts(path)) !== null) continue
      sortDirectory.remove(run.runId, path, 'made')
    } catch (error) {
      context.surroundings.log('warn', `The empty folder ${path} could not be removed.`, error)
    }
  }
}

/** The target became a folder of the library with this run; with nothing in it, it is none any more. */
function forgetAddedFolder({ context, scanner, onDone }: SortEngineOptions, run: SortRunRow): void {
  const { store, surroundings, events } = context
  const folderId = store.sortRun.get(run.runId)?.addedFolderId ?? null
  if (folderId === null || store.folderContents.hasFiles(folderId)) return
  void scanner.forget(folderId)
  store.transaction(() => {
    store.folder.setRemoved(folderId, surroundings.clock.nowMs())
    store.sortRun.setAddedFolder(run.runId, null)
  })
  events.announce('folders.changed', {})
  onDone()
}
