import type { VectorMatrix } from '../vector/vector-matrix.ts'

/** Inner products of all pairs of rows, `rows` x `rows`, symmetric. */
export function gramMatrix({ data, rows, dim }: VectorMatrix): Float64Array {
  const gram = new Float64Array(rows * rows)
  const store = (a: number, b: number, value: number): void => {
    gram[a * rows + b] = value
    gram[b * rows + a] = value
  }
  // Two rows by two at a time: each number is read half as often, which is what this is bound by.
  for (let a = 0; a < rows; a += 2) {
    const a0 = a * dim
    const a1 = a + 1 < rows ? a0 + dim : a0
    for (let b = 0; b <= a; b += 2) {
      const b0 = b * dim
      const b1 = b + 1 < rows ? b0 + dim : b0
      let s00 = 0
      let s01 = 0
      let s10 = 0
      let s11 = 0
      for (let i = 0; i < dim; i++) {
        const x0 = data[a0 + i]!
        const x1 = data[a1 + i]!
        const y0 = data[b0 + i]!
        const y1 = data[b1 + i]!
        s00 += x0 * y0
        s01 += x0 * y1
        s10 += x1 * y0
        s11 += x1 * y1
      }
      store(a, b, s00)
      if (b + 1 < rows) store(a, b + 1, s01)
      if (a + 1 < rows) store(a + 1, b, s10)
      if (a + 1 < rows && b + 1 < rows) store(a + 1, b + 1, s11)
    }
  }
  return gram
}
