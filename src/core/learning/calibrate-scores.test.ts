import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrateScores } from './calibrate-scores.ts'
import type { ScoredAnswer } from './calibrate-scores.ts'

const prior = { evenScore: 3.7, steepness: 1.3 }
/** Normal quantiles: what scores of ordinary photos look like. */
const background = Float64Array.from([-1.6, -1, -0.7, -0.4, -0.1, 0.1, 0.4, 0.7, 1, 1.6])

const yes = (score: number): ScoredAnswer => ({ score, isYes: true })
const no = (score: number): ScoredAnswer => ({ score, isYes: false })

test('refusals alone leave the cut where the words put it', () => {
  expect(calibrateScores([no(2), no(5)], background, prior)).toMatchObject(prior)
})

test('the result is the best of a fine grid of the loss, written out by hand', () => {
  const answers = [yes(3), yes(2.2), yes(1), no(0.5), no(1.4), no(-0.3), no(2), no(0)]
  const found = calibrateScores(answers, background, prior)
  const noWeight = 4 / 5
  const loss = (log: number, even: number): number => {
    let sum = ((log - Math.log(1.3 * 0.6)) / 0.2) ** 2 / 2 + ((even - 3.7) / 2) ** 2 / 2
    const add = (score: number, isYes: boolean, weight: number): void => {
      const logit = Math.exp(log) * (score - even)
      sum += weight * Math.log1p(Math.exp(isYes ? -logit : logit))
    }
    for (const { score, isYes } of answers) add(score, isYes, isYes ? 1 : noWeight)
    for (const score of background) add(score, false, 1 / background.length)
    return sum
  }
  const here = loss(Math.log(found.steepness), found.evenScore)
  for (let log = -1.2; log <= 0.6; log += 0.02) {
    for (let even = -1; even <= 6; even += 0.05) expect(here).toBeLessThanOrEqual(loss(log, even) + 1e-9)
  }
})

test('yes answers at lower scores pull the cut down, more of them further', () => {
  const one = calibrateScores([yes(1.5), no(0)], background, prior).evenScore
  const four = calibrateScores(
    [yes(1.5), yes(1.6), yes(1.4), yes(1.5), no(0), no(0.2), no(-1), no(0.1)],
    background,
    prior,
  )
  expect(one).toBeLessThan(prior.evenScore)
  expect(four.evenScore).toBeLessThan(one)
})

test('whatever is answered, the steepness stays positive and everything finite', () => {
  const answers = fc.array(fc.record({ score: fc.double({ min: -50, max: 50, noNaN: true }), isYes: fc.boolean() }), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(answers, (given) => {
      const { steepness, evenScore, covariance } = calibrateScores(given, background, prior)
      expect(steepness).toBeGreaterThan(0)
      expect([steepness, evenScore, ...covariance].every(Number.isFinite)).toBe(true)
      expect(covariance[0] * covariance[2]).toBeGreaterThan(covariance[1] ** 2)
    }),
  )
})
