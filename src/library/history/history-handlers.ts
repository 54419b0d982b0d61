import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { FolderUndo } from './folder-undo.ts'
import { historyState, takeStep } from './take-step.ts'

export function historyHandlers(
  catalogue: Catalogue,
  folders: FolderUndo,
): Pick<ApiHandlers, 'history.state' | 'history.undo' | 'history.redo'> {
  return {
    'history.state': () => historyState(catalogue),
    'history.undo': () => catalogue.changing(() => takeStep(catalogue, folders, 'undo')),
    'history.redo': () => catalogue.changing(() => takeStep(catalogue, folders, 'redo')),
  }
}
