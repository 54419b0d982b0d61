import type { ModelState } from '../../contract/models.ts'

/** What the switching of models says of itself: the list of models shows it, and removing heeds it. */
export interface PreparingState {
  /** `id@version` of the model that serves now; null where none can be used. */
  activeKey(): string | null
  /** The model that looks at the library in the background, or waits to; null where none does. */
  preparing(): { readonly modelKey: string; readonly state: Extract<ModelState, { kind: 'preparing' }> } | null
}
