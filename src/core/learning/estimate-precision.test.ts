import { describe, expect, test } from 'vitest'
import { dot } from '../vector/dot.ts'
import { estimatePrecision } from './estimate-precision.ts'
import { madeUpWorld } from './made-up-photos.fixture.ts'
import { teachClassifier } from './teach-classifier.ts'

const world = madeUpWorld(1, 0.3)

function taughtWith(yes: number, no: number): ReturnType<typeof teachClassifier> {
  return teachClassifier(world.words, world.examples(yes, no), world.reference)
}

describe('says nothing rather than guess', () => {
  const scores = Float32Array.of(0.5, 1, 2, 3)

  test.each([
    [0, 0],
    [1, 1],
    [0, 8],
    [8, 0],
  ])('with %i yes and %i no', (yes, no) => {
    expect(estimatePrecision(taughtWith(yes, no), scores, 0)).toBeNull()
  })

  test('where nothing is shown', () => {
    expect(estimatePrecision(taughtWith(8, 8), new Float32Array(0), 0)).toBeNull()
  })
})

test('what the person answered is right; the more of it, the better the share and the narrower the range', () => {
  const taught = taughtWith(8, 8)
  expect(estimatePrecision(taught, new Float32Array(0), 5)).toEqual({ share: 1, low: 1, high: 1 })
  const scores = Float32Array.from({ length: 40 }, (_, i) => 0.2 + i / 20)
  const without = estimatePrecision(taught, scores, 0)!
  const withAnswers = estimatePrecision(taught, scores, 40)!
  expect(withAnswers.share).toBeGreaterThan(without.share)
  expect(withAnswers.high - withAnswers.low).toBeLessThan(without.high - without.low)
})

test('the range lies around the share, and higher scores raise it', () => {
  const taught = taughtWith(10, 10)
  const at = (score: number): NonNullable<ReturnType<typeof estimatePrecision>> =>
    estimatePrecision(taught, new Float32Array(100).fill(score), 0)!
  for (const score of [0, 1, 2, 4]) {
    const { share, low, high } = at(score)
    expect(low).toBeGreaterThanOrEqual(0)
    expect(low).toBeLessThanOrEqual(share)
    expect(high).toBeGreaterThanOrEqual(share)
    expect(high).toBeLessThanOrEqual(1)
  }
  expect(at(3).share).toBeGreaterThan(at(1).share)
})

test('the range holds the truth at least four times in five', () => {
  let held = 0
  let said = 0
  for (let seed = 1; seed <= 40; seed++) {
    const one = madeUpWorld(seed, 0.3)
    const { classifier, ...rest } = teachClassifier(one.words, one.examples(8, 8), one.reference)
    const library = one.examples(60, 240).map(({ embedding, isYes }) => ({
      isYes,
      score: dot(classifier.weights, embedding) + classifier.bias,
    }))
    const shown = library.filter(({ score }) => score >= 0)
    const estimate = estimatePrecision(
      { classifier, ...rest },
      Float32Array.from(shown, ({ score }) => score),
      0,
    )
    if (estimate === null) continue
    const truth = shown.filter(({ isYes }) => isYes).length / shown.length
    said++
    if (truth >= estimate.low && truth <= estimate.high) held++
  }
  expect(said).toBeGreaterThan(20)
  expect(held / said).toBeGreaterThanOrEqual(0.8)
})
