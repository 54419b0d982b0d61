import type { VectorMatrix } from '../vector/vector-matrix.ts'
import { rowOf } from '../vector/vector-matrix.ts'

/** Ordinary photos, against which every category's scores are read. Made once for a model and a library. */
export interface ScoreReference {
  /** The average background photo. */
  readonly mean: Float32Array
  /** Root mean square distance of a background photo from it, in the unit of embeddings. */
  readonly scale: number
  /** Background photos first, then the person's own. */
  readonly photos: VectorMatrix
  readonly backgroundCount: number
}

const mostBackground = 512
/** The person's photos shift what is ordinary, but a one-sided library can't turn it over. */
const mostLibrary = 256

/**
 * From the neutral photos that come with the model and, where there are any, the person's own: rows at even distances of each.
 * Throws a RangeError for fewer than five background photos or different dimensions.
 */
export function scoreReference(background: VectorMatrix, library?: VectorMatrix): ScoreReference {
  if (background.rows < 5) throw new RangeError(`scoreReference: ${background.rows} background photos`)
  if (library !== undefined && library.dim !== background.dim) {
    throw new RangeError(`scoreReference: ${background.dim} and ${library.dim} numbers a photo`)
  }
  const { dim } = background
  const mean = new Float64Array(dim)
  let squares = 0
  for (let row = 0; row < background.rows; row++) {
    const photo = rowOf(background, row)
    for (let i = 0; i < dim; i++) {
      mean[i]! += photo[i]! / background.rows
      squares += (photo[i]! * photo[i]!) / background.rows
    }
  }
  const squaredMean = mean.reduce((sum, value) => sum + value * value, 0)
  const ownRows = Math.min(library?.rows ?? 0, mostLibrary)
  const backgroundCount = Math.min(background.rows, mostBackground)
  const photos = new Float32Array((backgroundCount + ownRows) * dim)
  copyEvenly(background, backgroundCount, photos, 0)
  if (library !== undefined) copyEvenly(library, ownRows, photos, backgroundCount)
  return {
    mean: Float32Array.from(mean),
    scale: Math.sqrt(Math.max(squares - squaredMean, 1e-12)),
    photos: { data: photos, rows: backgroundCount + ownRows, dim },
    backgroundCount,
  }
}

function copyEvenly(from: VectorMatrix, count: number, to: Float32Array, firstRow: number): void {
  for (let i = 0; i < count; i++) {
    to.set(rowOf(from, Math.floor((i * from.rows) / count)), (firstRow + i) * from.dim)
  }
}
