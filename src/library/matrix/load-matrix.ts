import type { EmbeddingMatrix } from '../../core/matrix/embedding-matrix.ts'
import { breathe } from '../catalogue/breathe.ts'
import type { Store } from '../store/store.ts'

/** A slice takes about 5 ms. */
const sliceSize = 1000

/**
 * Fills the matrix with the stored embeddings of a model, slice by slice; 100,000 take about half a second. Photos that are in
 * it already, because they were indexed meanwhile, stay as they are.
 */
export async function loadMatrix(
  matrix: EmbeddingMatrix,
  store: Pick<Store, 'embeddingRange' | 'photoColumns'>,
  modelId: number,
): Promise<void> {
  for (let after = 0; after < store.photoColumns.lastId(); after += sliceSize) {
    for (const [photoId, vector] of store.embeddingRange.range(modelId, after, after + sliceSize)) {
      if (matrix.rowOf(photoId) < 0) matrix.setHalf(photoId, vector)
    }
    await breathe()
  }
}
