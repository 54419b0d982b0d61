import type { EmbeddingMatrix } from '../../core/matrix/embedding-matrix.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'

/** More than `wordsClassifier` mixes into any background so far. */
const mostRows = 2000

/** Embeddings of the library at even distances, at most 2,000 of them: what ordinary photos look like here. */
export function librarySample(matrix: EmbeddingMatrix): VectorMatrix {
  const photoIds = matrix.photoIds().filter((photoId) => photoId > 0)
  const rows = Math.min(mostRows, photoIds.length)
  const data = new Float32Array(rows * matrix.dim)
  for (let row = 0; row < rows; row++) {
    const embedding = matrix.get(photoIds[Math.floor((row * photoIds.length) / rows)]!)
    if (embedding !== null) data.set(embedding, row * matrix.dim)
  }
  return { data, rows, dim: matrix.dim }
}
