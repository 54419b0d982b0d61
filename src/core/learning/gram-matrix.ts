import type { VectorMatrix } from '../vector/vector-matrix.ts'
import { rowProducts } from './row-products.ts'

/** Inner products of all pairs of rows, `rows` x `rows`, symmetric. */
export function gramMatrix(matrix: VectorMatrix): Float64Array {
  const { rows } = matrix
  const products = rowProducts(matrix)
  const gram = new Float64Array(rows * rows)
  for (let a = 0; a < rows; a++) {
    products.multiplyByRow(a, a + 1).forEach((product, b) => {
      gram[a * rows + b] = product
      gram[b * rows + a] = product
    })
  }
  return gram
}
