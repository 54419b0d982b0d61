/**
 * Replaces a symmetric positive definite matrix (row after row; only the lower triangle is read) by its Cholesky factor L,
 * lower triangle, A = L·Lᵀ. Throws a RangeError when the matrix is not positive definite.
 */
export function factorise(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const rowI = i * size
    for (let j = 0; j <= i; j++) {
      const rowJ = j * size
      let sum = matrix[rowI + j]!
      for (let k = 0; k < j; k++) sum -= matrix[rowI + k]! * matrix[rowJ + k]!
      if (i === j) {
        if (!(sum > 0)) throw new RangeError(`factorise: row ${i} of ${size} is not positive`)
        matrix[rowI + i] = Math.sqrt(sum)
      } else {
        matrix[rowI + j] = sum / matrix[rowJ + j]!
      }
    }
  }
}

/** Replaces `vector` by A⁻¹·vector, given the factor of A. */
export function solve(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = vector[i]!
    for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * vector[k]!
    vector[i] = sum / factor[i * size + i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = vector[i]!
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * vector[k]!
    vector[i] = sum / factor[i * size + i]!
  }
}

/** The diagonal of A⁻¹, given the factor of A: the squared lengths of the columns of L⁻¹. */
export function inverseDiagonal(factor: Float64Array, size: number): Float64Array {
  const diagonal = new Float64Array(size)
  const column = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    let sumOfSquares = 0
    for (let i = j; i < size; i++) {
      let sum = i === j ? 1 : 0
      for (let k = j; k < i; k++) sum -= factor[i * size + k]! * column[k]!
      column[i] = sum / factor[i * size + i]!
      sumOfSquares += column[i]! * column[i]!
    }
    diagonal[j] = sumOfSquares
  }
  return diagonal
}
