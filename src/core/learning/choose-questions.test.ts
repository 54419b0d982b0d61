import { expect, test } from 'vitest'
import { dot } from '../vector/dot.ts'
import { normalise } from '../vector/normalise.ts'
import { chooseQuestions } from './choose-questions.ts'
import type { QuestionInput } from './choose-questions.ts'
import { madeUpNumbers, madeUpWorld } from './made-up-photos.fixture.ts'

const world = madeUpWorld(1)

function inputOf(photos: readonly Float32Array[], overrides: Partial<QuestionInput> = {}): QuestionInput {
  return {
    scores: Float32Array.from(photos, (photo) => dot(world.words.weights, photo) + world.words.bias),
    cut: 0,
    mayAsk: () => true,
    embeddingOf: (row) => photos[row]!,
    examples: [],
    reference: world.reference,
    count: 10,
    ...overrides,
  }
}

/** Copies of one photo as a burst makes them. */
function burstOf(photo: Float32Array, count: number): Float32Array[] {
  const random = madeUpNumbers(5)
  return Array.from({ length: count }, () => normalise(photo.map((value) => value + (random() - 0.5) * 0.02)))
}

test('asks about the doubtful, each photo once, and falls in gain', () => {
  const photos = Array.from({ length: 300 }, (_, i) => world.photo(i % 5 === 0))
  const input = inputOf(photos)
  const questions = chooseQuestions(input)
  expect(new Set(questions.map(({ row }) => row)).size).toBe(10)
  for (let i = 1; i < questions.length; i++) expect(questions[i]!.gain).toBeLessThanOrEqual(questions[i - 1]!.gain)
  const distance = (row: number): number => Math.abs(input.scores[row]!)
  const asked = questions.reduce((sum, { row }) => sum + distance(row), 0) / questions.length
  const all = photos.reduce((sum, _, row) => sum + distance(row), 0) / photos.length
  expect(asked).toBeLessThan(all / 2)
})

test('does not ask ten times about one burst, though its photos are the most doubtful', () => {
  const others = Array.from({ length: 60 }, (_, i) => world.photo(i % 2 === 0))
  const burst = burstOf(world.photo(true), 40)
  const photos = [...burst, ...others]
  const input = inputOf(photos)
  // Scores by hand: the burst exactly at the cut, the others a little away from it.
  const scores = Float32Array.from(photos, (_, row) => (row < 40 ? 0 : row % 2 === 0 ? 0.7 : -0.7))
  const fromBurst = chooseQuestions({ ...input, scores }).filter(({ row }) => row < 40)
  expect(fromBurst.length).toBeGreaterThan(0)
  expect(fromBurst.length).toBeLessThanOrEqual(3)
})

test('leaves alone what was just answered: the rest of its burst is not the first question', () => {
  const burst = burstOf(world.photo(true), 10)
  const photos = [...burst.slice(1), ...Array.from({ length: 10 }, () => world.photo(false))]
  const scores = new Float32Array(photos.length)
  const examples = [{ embedding: burst[0]!, isYes: true }]
  const before = chooseQuestions({ ...inputOf(photos), scores, count: 1 })
  const after = chooseQuestions({ ...inputOf(photos), scores, examples, count: 1 })
  expect(before[0]!.row).toBeLessThan(9)
  expect(after[0]!.row).toBeGreaterThanOrEqual(9)
})

test('asks first about what stands for many', () => {
  const crowd = burstOf(world.photo(false), 30)
  const photos = [world.photo(false), ...crowd]
  const first = chooseQuestions({ ...inputOf(photos), scores: new Float32Array(31), count: 1 })[0]!
  expect(first.row).toBeGreaterThan(0)
})

test('asks only what it may, says nothing where nothing is left, and the same every time', () => {
  const photos = Array.from({ length: 40 }, (_, i) => world.photo(i % 4 === 0))
  const input = inputOf(photos, { mayAsk: (row) => row % 2 === 1 })
  const questions = chooseQuestions(input)
  expect(questions.every(({ row }) => row % 2 === 1)).toBe(true)
  expect(chooseQuestions(input)).toEqual(questions)
  expect(chooseQuestions({ ...input, mayAsk: () => false })).toEqual([])
  expect(chooseQuestions({ ...input, count: 1000 })).toHaveLength(20)
})

test('photos that are all the same, or far from any doubt, are no trouble', () => {
  const photo = world.photo(true)
  const same = Array.from({ length: 5 }, () => photo)
  const questions = chooseQuestions({ ...inputOf(same), scores: new Float32Array(5).fill(-80), count: 5 })
  expect(questions).toHaveLength(5)
  expect(questions.every(({ gain }) => Number.isFinite(gain) && gain >= 0)).toBe(true)
})
