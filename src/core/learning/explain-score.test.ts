import { expect, test } from 'vitest'
import { dot } from '../vector/dot.ts'
import { explainScore } from './explain-score.ts'
import { madeUpWorld } from './made-up-photos.fixture.ts'
import { teachClassifier } from './teach-classifier.ts'

const world = madeUpWorld(1)
const examples = world.examples(6, 5)
const taught = teachClassifier(world.words, examples, world.reference)

test('the parts add up to the score', () => {
  for (const isYes of [true, false]) {
    const photo = world.photo(isYes)
    const {
      ordinary,
      words,
      examples: byExamples,
    } = explainScore(photo, world.words, taught, examples, world.reference, 3)
    const score = dot(taught.classifier.weights, photo) + taught.classifier.bias
    expect(ordinary + words + byExamples).toBeCloseTo(score, 4)
  }
})

test('before any answer it is all words', () => {
  const untaught = teachClassifier(world.words, [], world.reference)
  const explained = explainScore(world.photo(true), world.words, untaught, [], world.reference, 3)
  expect(explained).toMatchObject({ wordsShare: 1, examples: 0, nearestYes: [], nearestNo: [] })
})

test('the average photo is ordinary and nothing else', () => {
  const explained = explainScore(world.reference.mean, world.words, taught, examples, world.reference, 1)
  expect(explained.words).toBeCloseTo(0, 6)
  expect(explained.examples).toBeCloseTo(0, 6)
})

test('names the nearest answers of each kind, most alike first, a photo itself before all others', () => {
  const { nearestYes, nearestNo } = explainScore(
    examples[2]!.embedding,
    world.words,
    taught,
    examples,
    world.reference,
    4,
  )
  expect(nearestYes[0]!.index).toBe(2)
  expect(nearestYes[0]!.likeness).toBeCloseTo(1, 6)
  expect(nearestYes).toHaveLength(4)
  expect(nearestNo.every(({ index }) => !examples[index]!.isYes)).toBe(true)
  for (const near of [nearestYes, nearestNo]) {
    expect(near.toSorted((a, b) => b.likeness - a.likeness)).toEqual(near)
    for (const { likeness } of near) expect(Math.abs(likeness)).toBeLessThanOrEqual(1 + 1e-9)
  }
})
