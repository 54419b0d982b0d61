import type { ModelCard } from '../../contract/models.ts'
import type { ModelManifest } from '../../core/model/manifest.ts'

/** A model whose folder is whole: the built-in starter, or one that was added. */
export interface InstalledModel {
  /** `id@version`. */
  readonly modelKey: string
  readonly modelDir: string
  readonly manifest: ModelManifest
  readonly origin: 'built-in' | 'catalogue' | 'folder'
  readonly card: ModelCard
}

/** The models that are on this computer, read from their folders; folders that can't be used are listed by `broken`. */
export interface ModelShelf {
  list(): readonly InstalledModel[]
  find(modelKey: string): InstalledModel | undefined
  /** Reads the folders again: one was added or removed. */
  refresh(): void
}
