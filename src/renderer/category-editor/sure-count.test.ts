import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sureCountAt } from './sure-count.ts'

const counts = [500, 420, 300, 240, 200, 180, 150, 100, 60, 20, 0]

describe('the count beside the slider', () => {
  it('is the given count at each of the eleven steps', () => {
    expect(counts.map((_, step) => sureCountAt(counts, step / 10))).toEqual(counts)
  })

  it('lies between the two nearest, and never grows as it gets stricter', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        const [loose, strict] = a < b ? [a, b] : [b, a]
        expect(sureCountAt(counts, loose)).toBeGreaterThanOrEqual(sureCountAt(counts, strict))
      }),
    )
  })

  it('keeps within what a strictness can be', () => {
    expect(sureCountAt(counts, -1)).toBe(500)
    expect(sureCountAt(counts, 2)).toBe(0)
  })
})
