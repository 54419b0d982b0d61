import type { SortRun } from '../../contract/sorting.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { saveText } from '../sharing/save-text.ts'
import { useNotice } from '../state/notice-store.ts'

/** Takes a whole sort back, in the background. */
export async function undoRun(runId: number): Promise<void> {
  await attempt(library['sorting.undo']({ runId }))
}

/** Takes some files of a sort back, with what belongs to them. @returns whether it began */
export async function undoEntries(runId: number, entryIds: readonly number[]): Promise<boolean> {
  return (await attempt(library['sorting.undo']({ runId, entryIds: [...entryIds] }))) !== undefined
}

/** Goes on with a sort that ended in the middle. */
export async function continueRun(runId: number): Promise<void> {
  await attempt(library['sorting.continue']({ runId }))
}

/** Hands a sort to the browser as a table of all its files. */
export async function exportRun({ runId }: Pick<SortRun, 'runId'>): Promise<void> {
  const file = await attempt(library['sorting.exportRun']({ runId }))
  if (file === undefined) return
  saveText(file.csv, file.suggestedFileName, 'text/csv')
  useNotice.getState().say(`Made ${file.suggestedFileName}`)
}

/** Moves folders that a sort left empty to the system's trash, and says which stayed. */
export async function removeEmptyFolders(runId: number, paths: readonly string[]): Promise<void> {
  const done = await attempt(library['sorting.removeEmptyFolders']({ runId, paths: [...paths] }))
  if (done === undefined) return
  const { say, complain } = useNotice.getState()
  const [kept] = done.kept
  if (kept === undefined)
    say(`Moved ${done.removed.length === 1 ? '1 folder' : `${done.removed.length} folders`} to the trash`)
  else if (done.kept.length === 1) complain(`${kept.path} was kept. ${kept.reason}`)
  else complain(`${done.kept.length} folders were kept. ${kept.path}: ${kept.reason}`)
}
