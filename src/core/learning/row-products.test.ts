import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gramMatrix } from './gram-matrix.ts'
import { rowProducts } from './row-products.ts'

const matrices = fc
  .record({ rows: fc.integer({ min: 1, max: 9 }), dim: fc.integer({ min: 1, max: 19 }) })
  .chain(({ rows, dim }) =>
    fc
      .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: rows * dim, maxLength: rows * dim })
      .map((numbers) => ({ data: Float32Array.from(numbers), rows, dim })),
  )

test('products agree with sums in double precision, for any number of rows and numbers', () => {
  fc.assert(
    fc.property(matrices, ({ data, rows, dim }) => {
      const products = rowProducts({ data, rows, dim })
      const vector = Float64Array.from({ length: dim }, (_, i) => Math.fround(Math.sin(i + 1)))
      const scores = products.multiply(vector).slice()
      const shares = Float64Array.from({ length: rows }, (_, i) => Math.fround(Math.cos(i)))
      const sum = products.addUp(shares)
      expect(scores).toHaveLength(rows)
      expect(sum).toHaveLength(dim)
      for (let r = 0; r < rows; r++) {
        const row = data.subarray(r * dim, (r + 1) * dim)
        expect(scores[r]).toBeCloseTo(
          row.reduce((total, value, i) => total + value * vector[i]!, 0),
          4,
        )
      }
      for (let i = 0; i < dim; i++) {
        expect(sum[i]).toBeCloseTo(
          shares.reduce((total, share, r) => total + share * data[r * dim + i]!, 0),
          4,
        )
      }
    }),
  )
})

test('a gram matrix holds the inner product of every pair, both ways round', () => {
  fc.assert(
    fc.property(matrices, ({ data, rows, dim }) => {
      const gram = gramMatrix({ data, rows, dim })
      for (let a = 0; a < rows; a++) {
        for (let b = 0; b < rows; b++) {
          let inner = 0
          for (let i = 0; i < dim; i++) inner += data[a * dim + i]! * data[b * dim + i]!
          expect(gram[a * rows + b]).toBeCloseTo(inner, 4)
        }
      }
    }),
  )
})

test('a large problem leaves nothing behind in a small one after it', () => {
  const large = { data: new Float32Array(5000 * 64).fill(7), rows: 5000, dim: 64 }
  expect(rowProducts(large).multiply(new Float32Array(64).fill(1))[4999]).toBe(448)
  expect([...rowProducts({ data: Float32Array.of(1, 2, 3), rows: 1, dim: 3 }).multiply([1, 1, 1])]).toEqual([6])
})
