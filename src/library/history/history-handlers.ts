import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { categoryHistory } from './category-history.ts'
import { restoreEvent, undoEvent } from './go-back.ts'
import { historyState, takeStep } from './take-step.ts'
import type { StepMeans } from './take-step.ts'

type HistoryMethods =
  | 'history.state'
  | 'history.undo'
  | 'history.redo'
  | 'categories.history'
  | 'categories.undoEvent'
  | 'categories.restore'

export function historyHandlers(catalogue: Catalogue, means: StepMeans): Pick<ApiHandlers, HistoryMethods> {
  return {
    'history.state': () => historyState(catalogue),
    'history.undo': () => catalogue.changing(() => takeStep(catalogue, means, 'undo')),
    'history.redo': () => catalogue.changing(() => takeStep(catalogue, means, 'redo')),
    'categories.history': (input) => categoryHistory(catalogue, input),
    'categories.undoEvent': (input, signal) => catalogue.changing(() => undoEvent(catalogue, input, signal)),
    'categories.restore': (input, signal) => catalogue.changing(() => restoreEvent(catalogue, input, signal)),
  }
}
