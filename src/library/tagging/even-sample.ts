import type { EmbeddingMatrix } from '../../core/matrix/embedding-matrix.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'

/** Embeddings at even distances among the photos in the matrix that are `wanted`, at most `most`. */
export function evenSample(
  matrix: EmbeddingMatrix,
  most: number,
  wanted: (photoId: number) => boolean = () => true,
): VectorMatrix {
  const photoIds = matrix.photoIds().filter((photoId) => photoId > 0 && wanted(photoId))
  const rows = Math.min(most, photoIds.length)
  const data = new Float32Array(rows * matrix.dim)
  for (let row = 0; row < rows; row++) {
    const embedding = matrix.get(photoIds[Math.floor((row * photoIds.length) / rows)]!)
    if (embedding !== null) data.set(embedding, row * matrix.dim)
  }
  return { data, rows, dim: matrix.dim }
}
