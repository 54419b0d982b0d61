import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dot } from '../vector/dot.ts'
import { rowOf } from '../vector/vector-matrix.ts'
import type { VectorMatrix } from '../vector/vector-matrix.ts'
import { nearestNeighbours } from './nearest-neighbours.ts'
import { runToEnd } from './run-to-end.fixture.ts'

const matrices = fc
  .record({ rows: fc.integer({ min: 0, max: 160 }), dim: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, dim }) =>
    fc
      .array(fc.integer({ min: -9, max: 9 }), { minLength: rows * dim, maxLength: rows * dim })
      .map((numbers): VectorMatrix => ({ data: Float32Array.from(numbers), rows, dim })),
  )

test('finds what comparing each row with all others finds, most alike first, and never the row itself', () => {
  fc.assert(
    fc.property(matrices, fc.integer({ min: 0, max: 12 }), (matrix, asked) => {
      const { count, rows, likeness } = runToEnd(nearestNeighbours(matrix, asked)).result
      expect(count).toBe(Math.max(0, Math.min(asked, matrix.rows - 1)))
      for (let row = 0; row < matrix.rows; row++) {
        const products = Array.from({ length: matrix.rows }, (_, other) =>
          dot(rowOf(matrix, row), rowOf(matrix, other)),
        )
        const expected = products
          .filter((_, other) => other !== row)
          .toSorted((a, b) => b - a)
          .slice(0, count)
        const found = [...rows.subarray(row * count, (row + 1) * count)]
        const likenesses = [...likeness.subarray(row * count, (row + 1) * count)]
        expect({
          likenesses,
          products: found.map((other) => products[other]),
          distinct: new Set([...found, row]).size,
        }).toEqual({
          likenesses: expected,
          products: expected,
          distinct: count + 1,
        })
      }
    }),
    { numRuns: 20 },
  )
})
