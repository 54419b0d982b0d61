import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf, cutsFor, logOdds, probabilityOf } from './probability.ts'

const strictness = fc.double({ min: 0, max: 1, noNaN: true })
const score = fc.double({ min: -20, max: 20, noNaN: true })
const rank = { not: 0, unsure: 1, sure: 2 } as const

describe('probabilityOf', () => {
  it('undoes logOdds', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (probability) => {
        expect(probabilityOf(logOdds(probability))).toBeCloseTo(probability, 9)
      }),
    )
  })

  it('stays a probability however far the score goes', () => {
    expect(probabilityOf(-1e4)).toBe(0)
    expect(probabilityOf(1e4)).toBe(1)
  })
})

describe('cutsFor', () => {
  it('shows what is likelier than not unless told otherwise', () => {
    expect(probabilityOf(cutsFor(0.5).sure)).toBe(0.5)
    expect(probabilityOf(cutsFor(0.5).unsure)).toBeCloseTo(0.3, 2)
  })

  it('takes what is out of range as the end of the slider', () => {
    expect(cutsFor(-1)).toEqual(cutsFor(0))
    expect(cutsFor(2)).toEqual(cutsFor(1))
  })

  it('keeps a place for "not sure" at every strictness', () => {
    fc.assert(
      fc.property(strictness, (value) => {
        const cuts = cutsFor(value)
        expect(cuts.unsure).toBeLessThan(cuts.sure)
      }),
    )
  })
})

describe('bandOf', () => {
  it('includes its lower edge', () => {
    const cuts = { sure: 1, unsure: 0 }
    expect([1, 0.999, 0, -0.001].map((value) => bandOf(value, cuts))).toEqual(['sure', 'unsure', 'unsure', 'not'])
  })

  it('never lets a photo in by being stricter', () => {
    fc.assert(
      fc.property(strictness, strictness, score, (one, other, value) => {
        const [loose, strict] = [cutsFor(Math.min(one, other)), cutsFor(Math.max(one, other))]
        expect(rank[bandOf(value, strict)]).toBeLessThanOrEqual(rank[bandOf(value, loose)])
      }),
    )
  })

  it('never puts the likelier photo into the lower band', () => {
    fc.assert(
      fc.property(strictness, score, score, (value, one, other) => {
        const cuts = cutsFor(value)
        expect(rank[bandOf(Math.max(one, other), cuts)]).toBeGreaterThanOrEqual(
          rank[bandOf(Math.min(one, other), cuts)],
        )
      }),
    )
  })
})
