import { describe, expect, it } from 'vitest'
import { backgroundLevel } from './background-level.ts'
import { normalScores } from './normal-scores.fixture.ts'

describe('backgroundLevel', () => {
  it('finds the middle and the spread of normally distributed scores', () => {
    const level = backgroundLevel(normalScores(4001, 0.1, 0.05))
    expect(level.middle).toBeCloseTo(0.1, 4)
    expect(level.spread).toBeCloseTo(0.05, 3)
    expect(level.reach).toBeGreaterThan(2.7)
    expect(level.reach).toBeLessThan(3)
  })

  it('hardly moves when a tenth of the photos show the category', () => {
    const ordinary = normalScores(1800, 0.1, 0.05)
    const showing = new Float32Array(200).fill(0.5)
    const level = backgroundLevel(Float32Array.of(...ordinary, ...showing))
    expect(level.middle).toBeCloseTo(0.1, 1)
    expect(level.spread).toBeLessThan(0.08)
    expect(level.reach).toBeGreaterThan(6)
  })

  it('has a spread even where all photos score the same', () => {
    expect(backgroundLevel(new Float32Array(100).fill(0.2)).spread).toBeGreaterThan(0)
  })

  it('leaves the scores in their order', () => {
    const scores = Float32Array.of(5, 1, 4, 2, 3)
    backgroundLevel(scores)
    expect([...scores]).toEqual([5, 1, 4, 2, 3])
  })

  it('needs a handful of scores', () => {
    expect(() => backgroundLevel(Float32Array.of(1, 2, 3, 4))).toThrow(RangeError)
  })
})
