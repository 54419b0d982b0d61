import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dot } from './dot.ts'
import { meanVector } from './mean-vector.ts'
import { normalise } from './normalise.ts'

describe('normalise', () => {
  it('keeps the direction at length 1', () => {
    expect([...normalise(Float32Array.of(3, 4))]).toEqual([Math.fround(0.6), Math.fround(0.8)])
  })

  it('leaves zeros as they are', () => {
    expect([...normalise(new Float32Array(2))]).toEqual([0, 0])
  })

  it('gives length 1 to whatever has a length', () => {
    const vector = fc.float32Array({ minLength: 1, maxLength: 20, min: -100, max: 100, noNaN: true })
    fc.assert(
      fc.property(vector, (values) => {
        fc.pre(dot(values, values) > 1e-12)
        const unit = normalise(values)
        expect(dot(unit, unit)).toBeCloseTo(1, 5)
      }),
    )
  })
})

describe('dot', () => {
  it('sums the products', () => {
    expect(dot(Float32Array.of(1, 2, 3), Float32Array.of(4, 5, 6))).toBe(32)
  })

  it('refuses vectors of two spaces', () => {
    expect(() => dot(new Float32Array(2), new Float32Array(3))).toThrow(RangeError)
  })
})

describe('meanVector', () => {
  it('averages component by component', () => {
    expect([...meanVector([Float32Array.of(0, 4), Float32Array.of(2, 0)])]).toEqual([1, 2])
  })

  it('has no mean of nothing', () => {
    expect(() => meanVector([])).toThrow(RangeError)
  })
})
