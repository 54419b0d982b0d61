import { expect, test } from 'vitest'
import { proposeNames } from './propose-names.ts'
import type { KnownName } from './propose-names.ts'

const ordinary = Float32Array.of(0.5, 0.5, 0.5)
/** Log-odds -5 for a photo that shows none of it, 5 for one that shows nothing else. */
const known = (name: string, axis: number): KnownName => ({
  name,
  classifier: { weights: Float32Array.from({ length: 3 }, (_, i) => (i === axis ? 10 : 0)), bias: -5, flat: false },
})
const vocabulary = [known('dog', 0), known('beach', 1), known('snow', 2)]

test('names what the photos have in common, the best fitting first', () => {
  const photos = [Float32Array.of(0.9, 0.7, 0), Float32Array.of(1, 0.8, 0.2)]
  expect(proposeNames(photos, vocabulary, ordinary, 5).map(({ name }) => name)).toEqual(['dog', 'beach'])
  expect(proposeNames(photos, vocabulary, ordinary, 1).map(({ name }) => name)).toEqual(['dog'])
})

test('says how much more the photos look like it than ordinary ones', () => {
  expect(proposeNames([Float32Array.of(0.9, 0, 0)], vocabulary, ordinary, 1)[0]!.evidence).toBeCloseTo(4, 5)
})

test('proposes nothing where nothing fits, or fits ordinary photos just as well', () => {
  expect(proposeNames([Float32Array.of(0.3, 0.2, 0.1)], vocabulary, ordinary, 5)).toEqual([])
  expect(proposeNames([ordinary], vocabulary, ordinary, 5)).toEqual([])
  expect(proposeNames([ordinary], [], ordinary, 5)).toEqual([])
})

test('never proposes words for who people are, however well they fit', () => {
  const asked = [known('muslims', 0), known('homeless', 0), known('black woman', 0), known('dog', 0)]
  expect(proposeNames([Float32Array.of(1, 0, 0)], asked, ordinary, 5).map(({ name }) => name)).toEqual(['dog'])
})

test('equal names come in one order', () => {
  const twins = [known('zebra', 0), known('ape', 0)]
  const photos = [Float32Array.of(1, 0, 0)]
  expect(proposeNames(photos, twins, ordinary, 5)).toEqual(proposeNames(photos, twins.toReversed(), ordinary, 5))
})
