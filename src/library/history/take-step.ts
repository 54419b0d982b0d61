import { redoneSentence, undoneSentence } from '../../core/history/sentences.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ActionRow } from '../store/action.ts'
import { storeSafely } from '../tagging/store-safely.ts'
import { parseChange } from './change.ts'
import type { FolderUndo } from './folder-undo.ts'
import { manyBroughtBack, prepareChange } from './prepare-change.ts'
import type { Direction } from './prepare-change.ts'
import { recordEvents } from './record-events.ts'
import type { SortUndo } from './sort-undo.ts'

export interface HistoryState {
  readonly undoLabel: string | null
  readonly redoLabel: string | null
}

/** What taking a step may need of others. */
export interface StepMeans {
  readonly folders: FolderUndo
  readonly sorting: SortUndo
  /** Brings judges and predictions up to date in the background. */
  readonly settle: () => void
}

export function historyState({ store }: Pick<Catalogue, 'store'>): HistoryState {
  return {
    undoLabel: store.action.lastDone()?.label ?? null,
    redoLabel: store.action.firstUndone()?.label ?? null,
  }
}

/**
 * Takes back the last thing the person did, or does again the last that was taken back. `did` is its label, null when there
 * was nothing. A step that another version of Winnow
 * wrote, and this one does not understand, is passed over.
 * @throws WinnowError when words have to be embedded and the worker is down; the step is still there then
 */
export async function takeStep(
  catalogue: Catalogue,
  means: StepMeans,
  direction: Direction,
): Promise<HistoryState & { readonly did: string | null }> {
  const { store, context } = catalogue
  const action = direction === 'undo' ? store.action.lastDone() : store.action.firstUndone()
  if (action === null) return { ...historyState(catalogue), did: null }
  const understood = await applyStep(catalogue, means, action, direction)
  context.events.announce('history.changed', {})
  return { ...historyState(catalogue), did: understood ? action.label : null }
}

async function applyStep(
  catalogue: Catalogue,
  { folders, sorting, settle }: StepMeans,
  action: ActionRow,
  direction: Direction,
): Promise<boolean> {
  const { store, context } = catalogue
  const change = parseChange(action.change)
  const apply =
    change === null ? null : await prepareChange(catalogue, change, { direction, source: direction, folders, sorting })
  const label = direction === 'undo' ? undoneSentence(action.label) : redoneSentence(action.label)
  storeSafely(catalogue, () => {
    apply?.()
    store.action.setState(action.actionId, direction === 'undo' ? 'undone' : 'done')
    if (change !== null) recordEvents(context, change, { direction, source: 'undo', label })
  })
  if (change !== null && manyBroughtBack(change, direction) !== null) settle()
  return change !== null
}
