import type { EmbeddingMatrix } from '../../core/matrix/embedding-matrix.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'
import { calibrationStep } from './calibration-step.ts'
import { evenSample } from './even-sample.ts'

export interface LibrarySample {
  /** The calibration step it belongs to. */
  readonly step: number
  /** Null before the first step: a library that small says nothing about what is ordinary. */
  readonly sample: VectorMatrix | null
}

/** More than `wordsClassifier` mixes into any background so far. */
const mostRows = 2000

/**
 * Returns what gives a sample of the library: embeddings at even distances, at most 2,000. The same until the next calibration
 * step, so that a category that is previewed, made and searched for is compared with the same photos.
 */
export function createLibrarySampler(matrix: EmbeddingMatrix): () => LibrarySample {
  let last: LibrarySample = { step: 0, sample: null }
  return () => {
    const step = calibrationStep(matrix.count)
    if (step !== last.step) last = { step, sample: step === 0 ? null : evenSample(matrix, mostRows) }
    return last
  }
}
