import { expect, test } from 'vitest'
import { dot } from '../vector/dot.ts'
import { normalise } from '../vector/normalise.ts'
import type { VectorMatrix } from '../vector/vector-matrix.ts'
import type { CategoryClassifier } from '../tagging/category-classifier.ts'
import type { Example } from './example.ts'
import { softplus } from './logistic.ts'
import { madeUpNumbers, madeUpWorld } from './made-up-photos.fixture.ts'
import { teachClassifier } from './teach-classifier.ts'
import { teachWithHints } from './teach-with-hints.ts'

function joined(photos: readonly Float32Array[]): VectorMatrix {
  const dim = photos[0]?.length ?? 24
  const data = new Float32Array(photos.length * dim)
  photos.forEach((photo, row) => data.set(photo, row * dim))
  return { data, rows: photos.length, dim }
}

/** Mean loss on answers nobody has given yet. */
function lossOn(examples: readonly Example[], { weights, bias }: CategoryClassifier): number {
  let loss = 0
  for (const { embedding, isYes } of examples) {
    const score = dot(weights, embedding) + bias
    loss += softplus(isYes ? -score : score) / examples.length
  }
  return loss
}

const seeds = Array.from({ length: 12 }, (_, i) => i + 1)

test('guesses are taken in where they help, and then they do help with answers not yet given', () => {
  let gain = 0
  let used = 0
  for (const seed of seeds) {
    const world = madeUpWorld(seed, 1)
    const examples = world.examples(6, 6)
    const unanswered = joined(world.examples(100, 300).map(({ embedding }) => embedding))
    const hinted = teachWithHints(world.words, examples, world.reference, unanswered)
    const plain = teachClassifier(world.words, examples, world.reference)
    if (!hinted.usedHints) {
      expect(hinted.taught).toEqual(plain)
      continue
    }
    used++
    const fresh = world.examples(100, 100)
    gain += lossOn(fresh, plain.classifier) - lossOn(fresh, hinted.taught.classifier)
  }
  expect(used).toBeGreaterThan(0)
  expect(gain).toBeGreaterThan(0)
})

test('guesses about photos that only look like it are not worth it, or do little harm', () => {
  let plainLoss = 0
  let hintedLoss = 0
  for (const seed of seeds) {
    // The words see nothing of the category, only of something else, which the unanswered photos are full of.
    const world = madeUpWorld(seed, 1)
    const examples = world.examples(8, 8)
    const random = madeUpNumbers(seed)
    const decoys = Array.from({ length: 200 }, () =>
      normalise(Float32Array.from({ length: world.dim }, (_, i) => random() - 0.5 + (i === 1 ? 2 : 0))),
    )
    const fresh = world.examples(100, 100)
    const { taught } = teachWithHints(world.words, examples, world.reference, joined(decoys))
    hintedLoss += lossOn(fresh, taught.classifier)
    plainLoss += lossOn(fresh, teachClassifier(world.words, examples, world.reference).classifier)
  }
  expect(hintedLoss).toBeLessThan(plainLoss * 1.02)
})

test('too few answers, one kind of them, or no other photos: as without guesses', () => {
  const world = madeUpWorld(3)
  const photos = joined(world.examples(50, 50).map(({ embedding }) => embedding))
  for (const [examples, unanswered] of [
    [[], photos],
    [world.examples(4, 4), photos],
    [world.examples(12, 0), photos],
    [world.examples(0, 12), photos],
    [world.examples(8, 8), joined([])],
  ] as const) {
    const { taught, usedHints } = teachWithHints(world.words, examples, world.reference, unanswered)
    expect(usedHints).toBe(false)
    expect(taught).toEqual(teachClassifier(world.words, examples, world.reference))
  }
})

test('the same in whatever order the answers come', () => {
  const world = madeUpWorld(5, 1)
  const examples = world.examples(7, 7)
  const photos = joined(world.examples(60, 100).map(({ embedding }) => embedding))
  const one = teachWithHints(world.words, examples, world.reference, photos)
  const other = teachWithHints(world.words, examples.toReversed(), world.reference, photos)
  expect(other.usedHints).toBe(one.usedHints)
  expect(other.taught.classifier).toEqual(one.taught.classifier)
})
