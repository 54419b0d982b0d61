import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CategoryClassifier } from '../tagging/category-classifier.ts'
import { probabilityOf } from '../tagging/probability.ts'
import { dot } from '../vector/dot.ts'
import { rowOf } from '../vector/vector-matrix.ts'
import type { Example } from './example.ts'
import { madeUpWorld } from './made-up-photos.fixture.ts'
import type { MadeUpWorld } from './made-up-photos.fixture.ts'
import { scoreReference } from './score-reference.ts'
import { teachClassifier } from './teach-classifier.ts'
import { wordlessClassifier } from './wordless-classifier.ts'

const scoreOf = ({ weights, bias }: CategoryClassifier, photo: Float32Array): number => dot(weights, photo) + bias

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** How far a score lies on the right side of the cut. */
const margin = ({ isYes }: Example, score: number): number => (isYes ? score : -score)

/** How often a photo that shows the category scores above one that doesn't. */
function ranking(classifier: CategoryClassifier, world: MadeUpWorld): number {
  const tests = world.examples(60, 60).map(({ embedding, isYes }) => ({ isYes, score: scoreOf(classifier, embedding) }))
  let right = 0
  for (const yes of tests.slice(0, 60)) for (const no of tests.slice(60)) right += yes.score > no.score ? 1 : 0
  return right / 3600
}

describe('words and answers', () => {
  test('with no answer the category is the words classifier itself', () => {
    const { words, reference } = madeUpWorld(1)
    expect(teachClassifier(words, [], reference).classifier).toBe(words)
  })

  test('answers make it better than words, more answers better still', () => {
    const gains: number[] = []
    for (const seed of [1, 2, 3, 4, 5]) {
      const world = madeUpWorld(seed)
      const examples = world.examples(16, 16)
      const few = [...examples.slice(0, 3), ...examples.slice(16, 19)]
      const taught = [[], few, examples].map((given) =>
        ranking(teachClassifier(world.words, given, world.reference).classifier, world),
      )
      expect(taught[2]).toBeGreaterThan(taught[0]!)
      gains.push(taught[1]! - taught[0]!)
    }
    expect(gains.reduce((sum, gain) => sum + gain)).toBeGreaterThan(0)
  })

  test('what it says is likely comes true at least as often: few answers make it careful, never bold', () => {
    let said = 0
    let came = 0
    let count = 0
    for (let seed = 10; seed < 30; seed++) {
      const world = madeUpWorld(seed, 0.3)
      const { classifier } = teachClassifier(world.words, world.examples(10, 10), world.reference)
      for (const { embedding, isYes } of world.examples(20, 180)) {
        const probability = probabilityOf(scoreOf(classifier, embedding))
        if (probability < 0.7) continue
        said += probability
        came += isYes ? 1 : 0
        count++
      }
    }
    // Of 400 photos that show the category, so that it does not get there by never saying anything.
    expect(count).toBeGreaterThan(100)
    expect(came / count).toBeGreaterThan(said / count)
  })

  test('only yes: photos like them rise above others, and the cut does not fall to the ordinary', () => {
    const world = madeUpWorld(6, 0.9)
    const { classifier } = teachClassifier(world.words, world.examples(12, 0), world.reference)
    expect(ranking(classifier, world)).toBeGreaterThan(ranking(world.words, world) + 0.05)
    const ordinary = Array.from({ length: 200 }, () => scoreOf(classifier, world.photo(false)))
    expect(ordinary.filter((score) => score >= 0).length).toBeLessThan(40)
  })

  test('only no: what was refused falls, the cut of the words stays where it was', () => {
    const world = madeUpWorld(7)
    const refused = [...world.examples(0, 40)].toSorted(
      (a, b) => scoreOf(world.words, b.embedding) - scoreOf(world.words, a.embedding),
    )
    const { classifier } = teachClassifier(world.words, refused.slice(0, 4), world.reference)
    for (const { embedding } of refused.slice(0, 4)) {
      expect(scoreOf(classifier, embedding)).toBeLessThan(scoreOf(world.words, embedding))
    }
    const levels = [classifier, world.words].map((judge) => {
      const { photos } = world.reference
      return Array.from({ length: photos.rows }, (_, row) => scoreOf(judge, rowOf(photos, row)))
    })
    expect(mean(levels[0]!)).toBeCloseTo(mean(levels[1]!), 3)
  })

  test('from photos alone, without any words', () => {
    const world = madeUpWorld(8)
    const wordless = wordlessClassifier(world.dim)
    const { classifier } = teachClassifier(wordless, world.examples(8, 8), world.reference)
    expect(ranking(classifier, world)).toBeGreaterThan(0.9)
    expect(wordless.flat).toBe(true)
    expect(classifier.flat).toBe(false)
  })

  test('yes and no to two copies of one photo say nothing about it', () => {
    const world = madeUpWorld(9)
    const examples = world.examples(6, 6)
    const twice = { embedding: world.photo(true), isYes: true }
    const plain = teachClassifier(world.words, examples, world.reference).classifier
    const torn = teachClassifier(world.words, [...examples, twice, { ...twice, isYes: false }], world.reference)
    const sure = teachClassifier(world.words, [...examples, twice], world.reference).classifier
    expect(Number.isFinite(torn.classifier.bias)).toBe(true)
    expect(ranking(torn.classifier, world)).toBeGreaterThan(ranking(plain, world) - 0.1)
    expect(scoreOf(torn.classifier, twice.embedding)).toBeLessThan(scoreOf(sure, twice.embedding))
  })
})

describe('the parts it is made of', () => {
  test('weights are the words times a factor, plus the lesson', () => {
    const world = madeUpWorld(11)
    const { classifier, wordsFactor, lesson } = teachClassifier(world.words, world.examples(5, 5), world.reference)
    classifier.weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo(wordsFactor * world.words.weights[i]! + lesson[i]!, 4)
    })
  })

  test('the same answers teach the same to the last bit, in whatever order they come, few or many', () => {
    const world = madeUpWorld(12)
    for (const [yes, no] of [
      [7, 9],
      [30, 60],
    ] as const) {
      const some = world.examples(yes, no)
      const examples = [...some, some[0]!, { ...some[0]!, isYes: false }]
      const first = teachClassifier(world.words, examples, world.reference)
      expect(teachClassifier(world.words, examples, world.reference)).toEqual(first)
      fc.assert(
        fc.property(
          fc.shuffledSubarray(examples, { minLength: examples.length, maxLength: examples.length }),
          (shuffled) => {
            const taught = teachClassifier(world.words, shuffled, world.reference)
            expect(taught.classifier).toEqual(first.classifier)
            expect(taught.calibration).toEqual(first.calibration)
          },
        ),
        { numRuns: 10 },
      )
    }
  })

  test('left-out scores are named for every answer while they are few, and lie nearer the cut than the answers taught', () => {
    const world = madeUpWorld(13)
    const examples = world.examples(10, 10)
    const { classifier, tested } = teachClassifier(world.words, examples, world.reference)
    expect(tested.map(({ index }) => index)).toEqual(examples.map((_, i) => i))
    let taught = 0
    let leftOut = 0
    for (const { index, leftOutScore } of tested) {
      taught += margin(examples[index]!, scoreOf(classifier, examples[index]!.embedding))
      leftOut += margin(examples[index]!, leftOutScore)
    }
    expect(leftOut).toBeLessThan(taught)
  })
})

describe('many answers', () => {
  test('above the few that are tried one by one, it stays as good and as honest', () => {
    const world = madeUpWorld(14)
    const few = teachClassifier(world.words, world.examples(20, 20), world.reference)
    const many = teachClassifier(world.words, world.examples(300, 300), world.reference)
    expect(ranking(many.classifier, world)).toBeGreaterThan(ranking(few.classifier, world) - 0.02)
    expect(many.tested.filter(({ isYes }) => isYes)).toHaveLength(24)
    const wrong = many.tested.filter(({ isYes, leftOutScore }) => isYes !== leftOutScore >= 0).length
    const fresh = world.examples(200, 200)
    const wrongFresh = fresh.filter(({ embedding, isYes }) => isYes !== scoreOf(many.classifier, embedding) >= 0).length
    expect(Math.abs(wrong / many.tested.length - wrongFresh / fresh.length)).toBeLessThan(0.15)
  })

  test('one yes among hundreds of no, and one no among hundreds of yes, are still heard', () => {
    const world = madeUpWorld(15)
    for (const [yes, no] of [
      [1, 300],
      [300, 1],
    ] as const) {
      const { classifier, tested } = teachClassifier(world.words, world.examples(yes, no), world.reference)
      expect(ranking(classifier, world)).toBeGreaterThan(0.7)
      expect(tested.filter(({ isYes }) => isYes).length).toBeGreaterThan(0)
      expect(tested.filter(({ isYes }) => !isYes).length).toBeGreaterThan(0)
    }
  })

  test('ten thousand answers', () => {
    const world = madeUpWorld(16)
    const { classifier } = teachClassifier(world.words, world.examples(3000, 7000), world.reference)
    expect(ranking(classifier, world)).toBeGreaterThan(0.9)
  })
})

describe('bad input', () => {
  const world = madeUpWorld(17)
  const bad = (embedding: Float32Array): Example[] => [...world.examples(2, 2), { embedding, isYes: true }]

  test.each([
    ['another length', new Float32Array(3).fill(0.5)],
    ['zeros', new Float32Array(24)],
    ['a number that is none', new Float32Array(24).fill(NaN)],
    ['an infinite number', new Float32Array(24).fill(Infinity)],
  ])('an embedding of %s is refused', (_, embedding) => {
    expect(() => teachClassifier(world.words, bad(embedding), world.reference)).toThrow(RangeError)
  })

  test('any answers about any photos give finite weights', () => {
    const photos = Array.from({ length: 6 }, (_, i) => world.photo(i % 2 === 0))
    const answers = fc.array(fc.record({ photo: fc.nat(5), isYes: fc.boolean() }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(answers, (given) => {
        const examples = given.map(({ photo, isYes }) => ({ embedding: photos[photo]!, isYes }))
        const { classifier } = teachClassifier(world.words, examples, world.reference)
        expect([classifier.bias, ...classifier.weights].every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('a reference needs photos, and all of one length', () => {
    expect(() => scoreReference({ data: new Float32Array(8), rows: 4, dim: 2 })).toThrow(RangeError)
    const background = { data: new Float32Array(20).fill(1), rows: 10, dim: 2 }
    expect(() => scoreReference(background, { data: new Float32Array(3), rows: 1, dim: 3 })).toThrow(RangeError)
  })
})
