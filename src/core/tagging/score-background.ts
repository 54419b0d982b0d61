import { dot } from '../vector/dot.ts'
import { rowOf } from '../vector/vector-matrix.ts'
import type { VectorMatrix } from '../vector/vector-matrix.ts'

/** The cosine of a direction with each row. */
export function scoreBackground(direction: Float32Array, background: VectorMatrix): Float32Array {
  const scores = new Float32Array(background.rows)
  for (let row = 0; row < background.rows; row++) scores[row] = dot(direction, rowOf(background, row))
  return scores
}
