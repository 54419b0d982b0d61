import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderByWorth } from './order-by-worth.ts'

test('agrees with a stable sort', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 200 }), (values) => {
      const worths = values.map((value) => value / 40)
      const expected = worths.map((_, i) => i).sort((a, b) => worths[b]! - worths[a]!)
      expect([...orderByWorth(Float64Array.from(worths))]).toEqual(expected)
    }),
  )
})

test('tells probabilities apart that differ in the ninth place', () => {
  expect([...orderByWorth(Float64Array.of(0.123456788, 0.12345679, 1, 0))]).toEqual([2, 1, 0, 3])
})
