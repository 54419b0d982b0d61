/** Vectors of one length, one after the other: row `r` is `data[r * dim … (r + 1) * dim)`. */
export interface VectorMatrix {
  readonly data: Float32Array
  readonly rows: number
  readonly dim: number
}

/** A view of one row, not a copy. */
export function rowOf(matrix: VectorMatrix, row: number): Float32Array {
  return matrix.data.subarray(row * matrix.dim, (row + 1) * matrix.dim)
}
