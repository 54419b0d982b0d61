import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dot } from '../vector/dot.ts'
import type { VectorMatrix } from '../vector/vector-matrix.ts'
import type { CategoryClassifier } from './category-classifier.ts'
import { normalScores } from './normal-scores.fixture.ts'
import { logOdds, probabilityOf } from './probability.ts'
import { typicalSpread } from './typical-spread.ts'
import { wordsClassifier } from './words-classifier.ts'

const word = Float32Array.of(1, 0)
/** Photos in a plane, each at the given cosine with `word`. */
const photos = (cosines: Float32Array): VectorMatrix => ({
  data: Float32Array.from(cosines).reduce(
    (data, cosine, i) => {
      data[i * 2] = cosine
      data[i * 2 + 1] = Math.sqrt(1 - cosine * cosine)
      return data
    },
    new Float32Array(cosines.length * 2),
  ),
  rows: cosines.length,
  dim: 2,
})
const scoreAt = (classifier: CategoryClassifier, cosine: number): number =>
  dot(classifier.weights, photos(Float32Array.of(cosine)).data) + classifier.bias

const background = photos(normalScores(2000, 0.02, 0.05))
const base = { words: [word], notWords: [], background }

describe('wordsClassifier', () => {
  it('gives the log-odds of a photo so many spreads above the background', () => {
    const classifier = wordsClassifier({ ...base, frequency: 0.1 })
    expect(scoreAt(classifier, 0.02)).toBeCloseTo(logOdds(0.1) - 1, 2)
    expect(scoreAt(classifier, 0.27) - scoreAt(classifier, 0.02)).toBeCloseTo(5 * 1.12, 1)
  })

  it('asks more of what is rare', () => {
    const common = wordsClassifier({ ...base, frequency: 0.5 })
    const rare = wordsClassifier({ ...base, frequency: 0.005 })
    expect(probabilityOf(scoreAt(common, 0.2))).toBeGreaterThan(0.9)
    expect(probabilityOf(scoreAt(rare, 0.2))).toBeLessThan(0.2)
  })

  it('means the same in a model whose cosines are ten times smaller and lie elsewhere', () => {
    const small = { ...base, background: photos(normalScores(2000, 0.2, 0.005)) }
    expect(scoreAt(wordsClassifier(small), 0.22)).toBeCloseTo(scoreAt(wordsClassifier(base), 0.22), 1)
  })

  it("leans on the model's typical spread by half", () => {
    const classifier = wordsClassifier({ ...base, typicalSpread: 0.2 })
    const rise = scoreAt(classifier, 0.27) - scoreAt(classifier, 0.02)
    expect(rise).toBeCloseTo((0.25 * 1.12) / Math.sqrt(0.05 * 0.2), 1)
  })

  it('takes away what the category is not', () => {
    const other = Float32Array.of(0, 1)
    const plain = wordsClassifier(base)
    const without = wordsClassifier({ ...base, notWords: [other] })
    expect(without.weights[1]! / without.weights[0]!).toBeLessThan(plain.weights[1]! / plain.weights[0]!)
  })

  it('calls words flat that find no photo in particular, and only those', () => {
    expect(wordsClassifier(base).flat).toBe(true)
    const some = Float32Array.of(...normalScores(1950, 0.02, 0.05), ...new Float32Array(50).fill(0.4))
    expect(wordsClassifier({ ...base, background: photos(some) }).flat).toBe(false)
    const halves = Float32Array.of(...normalScores(1000, -0.1, 0.05), ...normalScores(1000, 0.1, 0.05))
    expect(wordsClassifier({ ...base, background: photos(halves), typicalSpread: 0.05 }).flat).toBe(false)
  })
})

describe('a library mixed into the background', () => {
  it('moves the level to what is ordinary there', () => {
    const library = photos(normalScores(1000, 0.06, 0.05))
    expect(scoreAt(wordsClassifier({ ...base, library }), 0.2)).toBeLessThan(scoreAt(wordsClassifier(base), 0.2))
  })

  it('is not made to lose "dog" by being full of dogs', () => {
    const alone = wordsClassifier(base)
    const dogs = fc.array(fc.double({ min: 0.35, max: 0.9, noNaN: true }), { minLength: 1, maxLength: 3000 })
    fc.assert(
      fc.property(dogs, (cosines) => {
        const mixed = wordsClassifier({ ...base, library: photos(Float32Array.from(cosines)) })
        expect(mixed.bias).toBe(alone.bias)
        expect(mixed.weights).toEqual(alone.weights)
      }),
      { numRuns: 20 },
    )
  })

  it('counts for a third at most, however large it is', () => {
    const few = wordsClassifier({ ...base, library: photos(normalScores(1000, 0.1, 0.05)) })
    const many = wordsClassifier({ ...base, library: photos(normalScores(50_000, 0.1, 0.05)) })
    expect(scoreAt(many, 0.3)).toBeCloseTo(scoreAt(few, 0.3), 1)
  })

  it('may be empty', () => {
    expect(wordsClassifier({ ...base, library: photos(new Float32Array(0)) })).toEqual(wordsClassifier(base))
  })
})

describe('typicalSpread', () => {
  it('is the median over the words', () => {
    const narrow = Float32Array.of(0, 1)
    const spread = typicalSpread([word, word, narrow], background)
    expect(spread).toBeCloseTo(0.05, 3)
  })

  it('needs a word', () => {
    expect(() => typicalSpread([], background)).toThrow(RangeError)
  })
})
