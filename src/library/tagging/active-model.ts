import type { ScoreReference } from '../../core/learning/score-reference.ts'
import type { EmbeddingMatrix } from '../../core/matrix/embedding-matrix.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'
import type { Judge } from './judges.ts'
import type { LibrarySample } from './library-sample.ts'
import type { ModelData } from './model-data.ts'
import type { TextDirections } from './text-directions.ts'

/** A model that looks at the photos of the library, and what it has seen. */
export interface ActiveModel {
  /** `id@version`. */
  readonly modelKey: string
  readonly modelId: number
  readonly data: ModelData
  readonly texts: TextDirections
  readonly matrix: EmbeddingMatrix
  /** Categories that judge photos, by id. Those whose words have not been through the text encoder yet are missing. */
  readonly judges: Map<number, Judge>
  /** Share of personal photos that show a built-in category, by its key. */
  readonly frequencies: ReadonlyMap<string, number>
  /** Resolves when every stored embedding is in the matrix. */
  matrixReady(): Promise<void>
  /** What ordinary photos look like in this library, as of its last calibration step. */
  librarySample(): LibrarySample
  /** Ordinary photos, against which answers are read; made once for a sample. */
  scoreReference(background: VectorMatrix, sample: VectorMatrix | null): ScoreReference
  /** How far scores of one word usually scatter in this model; null until the vocabulary went through the text encoder once. */
  typicalSpread(): number | null
  setTypicalSpread(spread: number): void
  /** See core/tagging/highest-middle.ts; null where the background is not the person's own photos, or it was not found yet. */
  highestMiddle(): number | null
  setHighestMiddle(middle: number): void
}
