import type { EmbeddingMatrix } from '../../core/matrix/embedding-matrix.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'
import { calibrationStep } from './calibration-step.ts'

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
    if (step !== last.step) last = { step, sample: step === 0 ? null : evenSample(matrix) }
    return last
  }
}

function evenSample(matrix: EmbeddingMatrix): VectorMatrix {
  const photoIds = matrix.photoIds().filter((photoId) => photoId > 0)
  const rows = Math.min(mostRows, photoIds.length)
  const data = new Float32Array(rows * matrix.dim)
  for (let row = 0; row < rows; row++) {
    const embedding = matrix.get(photoIds[Math.floor((row * photoIds.length) / rows)]!)
    if (embedding !== null) data.set(embedding, row * matrix.dim)
  }
  return { data, rows, dim: matrix.dim }
}
