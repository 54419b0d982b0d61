import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { choiceLogOdds } from './choice-log-odds.ts'
import { chooseOne } from './choose-one.ts'
import { sigmoid } from './logistic.ts'

test('reads a member’s share of the softmax as log-odds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 2, maxLength: 6 }),
      fc.boolean(),
      (scores, allowsNone) => {
        const { each } = chooseOne(scores, allowsNone)
        scores.forEach((score, i) => {
          const rivals = scores.filter((_, j) => j !== i).map((rival) => Float32Array.of(rival))
          const [logOdds] = choiceLogOdds(Float32Array.of(score), rivals, allowsNone)
          expect(sigmoid(logOdds!)).toBeCloseTo(each[i]!, 4)
        })
      },
    ),
  )
})

test('scores far apart don’t overflow, and a member alone keeps its score', () => {
  expect(choiceLogOdds(Float32Array.of(900), [Float32Array.of(-900)], true)[0]).toBe(900)
  expect(choiceLogOdds(Float32Array.of(-900), [Float32Array.of(900)], false)[0]).toBe(-1800)
  expect(choiceLogOdds(Float32Array.of(1.5), [], false)[0]).toBe(1.5)
})
