import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseOne } from './choose-one.ts'
import { sigmoid } from './logistic.ts'

const anyScores = fc.array(fc.double({ min: -2000, max: 2000, noNaN: true }), { minLength: 1, maxLength: 8 })

test('probabilities add up to one however far scores go, and rise with the score', () => {
  fc.assert(
    fc.property(anyScores, fc.boolean(), (scores, allowsNone) => {
      const { each, none } = chooseOne(scores, allowsNone)
      expect(each.reduce((sum, value) => sum + value, none)).toBeCloseTo(1, 9)
      scores.forEach((a, i) =>
        scores.forEach((b, j) => {
          if (a > b) expect(each[i]).toBeGreaterThanOrEqual(each[j]!)
        }),
      )
      if (!allowsNone) expect(none).toBe(0)
    }),
  )
})

test('of one category with a way out, the probability is the one it has by itself', () => {
  for (const score of [-3, 0, 1.5]) expect(chooseOne([score], true).each[0]).toBeCloseTo(sigmoid(score), 12)
})

test('is independent yes or no, on the condition that no two hold', () => {
  const [p, q] = [sigmoid(0.4), sigmoid(-1.1)]
  const [onlyP, onlyQ, neither] = [p * (1 - q), q * (1 - p), (1 - p) * (1 - q)]
  const total = onlyP + onlyQ + neither
  const { each, none } = chooseOne([0.4, -1.1], true)
  expect(each[0]).toBeCloseTo(onlyP / total, 12)
  expect(each[1]).toBeCloseTo(onlyQ / total, 12)
  expect(none).toBeCloseTo(neither / total, 12)
})

test('no scores at all: none of them', () => {
  expect(chooseOne([], true)).toEqual({ each: new Float64Array(0), none: 1 })
})
