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
  /** Billions of operations a photo takes in its image encoder; null where nobody says. */
  readonly imageGflops: number | null
}

/** A folder among the models that can't be used. */
export interface BrokenModel {
  readonly modelKey: string
  readonly modelDir: string
  /** A sentence that names the file and says what to do. */
  readonly message: string
}

/** The models that are on this computer, read from their folders; folders that can't be used are listed by `broken`. */
export interface ModelShelf {
  /** The built-in one first. */
  list(): readonly InstalledModel[]
  find(modelKey: string): InstalledModel | undefined
  broken(): readonly BrokenModel[]
  /** Reads the folders again: one was added or removed. */
  refresh(): void
}
