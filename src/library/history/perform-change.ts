import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CategoryEventRow } from '../store/category-event.ts'
import type { DecisionSource } from '../store/decision.ts'
import { storeSafely } from '../tagging/store-safely.ts'
import { prepareChange } from './prepare-change.ts'
import type { Change } from './change.ts'
import { recordAction } from './record-action.ts'

/** Something a person does, as one step. */
export interface Step {
  /** A sentence in the past tense. */
  readonly label: string
  readonly change: Change
  /** What its answers say about where they come from. */
  readonly source: DecisionSource
  readonly eventSource: CategoryEventRow['source']
}

/**
 * Makes a change as the next step of undo, and has the categories it is about learn from it. Not for changes of folders and files.
 * @throws WinnowError as `prepareChange` does; nothing has happened then
 */
export async function performChange(catalogue: Catalogue, step: Step, signal?: AbortSignal): Promise<void> {
  const { label, change, source, eventSource } = step
  const apply = await prepareChange(
    catalogue,
    change,
    { direction: 'redo', source, folders: null, sorting: null },
    signal,
  )
  storeSafely(catalogue, () => {
    apply()
    recordAction(catalogue.context, { label, change, eventSource })
  })
}
