import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { topK } from './top-k.ts'

test('agrees with sorting everything', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 300 }),
      fc.integer({ min: 0, max: 320 }),
      fc.integer({ min: 1, max: 5 }),
      (values, k, step) => {
        const scores = Float32Array.from(values)
        const accept = (row: number): boolean => row % step === 0
        const expected = values
          .map((score, row) => ({ score, row }))
          .filter(({ row }) => accept(row))
          .sort((a, b) => b.score - a.score || a.row - b.row)
          .slice(0, k)
        const found = topK(scores, k, accept)
        expect([...found.rows]).toEqual(expected.map(({ row }) => row))
        expect([...found.scores]).toEqual(expected.map(({ score }) => score))
      },
    ),
  )
})
