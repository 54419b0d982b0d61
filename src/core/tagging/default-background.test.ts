import { describe, expect, it } from 'vitest'
import { normalise } from '../vector/normalise.ts'
import { defaultCaution } from './default-caution.ts'
import { drawStandIns, standInCount } from './draw-stand-ins.ts'
import { highestMiddle } from './highest-middle.ts'
import { seededNormal } from './seeded-normal.fixture.ts'
import { wordsClassifier } from './words-classifier.ts'

const dim = 32
const random = seededNormal(7)
const word = (): Float32Array => normalise(Float32Array.from({ length: dim }, random))
const words = Array.from({ length: 40 }, word)

/** Photos of nothing in particular, the first `shownCount` of which show the first word. */
function photos(rows: number, shownCount = 0) {
  const data = new Float32Array(rows * dim)
  for (let row = 0; row < rows; row++) {
    const vector = Float32Array.from({ length: dim }, (_, i) => random() + (row < shownCount ? words[0]![i]! * 8 : 0))
    data.set(normalise(vector), row * dim)
  }
  return { data, rows, dim }
}

const scoreOf = ({ weights, bias }: { weights: Float32Array; bias: number }, cosine: number): number =>
  Math.hypot(...weights) * cosine + bias

describe('drawStandIns', () => {
  it('draws the same pictures each time, and all of them different', () => {
    const drawn = drawStandIns()
    expect(drawn).toHaveLength(standInCount)
    const again = drawStandIns()
    expect(drawn.every(({ rgb }, i) => rgb.every((value, at) => value === again[i]!.rgb[at]))).toBe(true)
    expect(new Set(drawn.map(({ rgb }) => rgb.slice(0, 300).join())).size).toBe(standInCount)
    expect(drawn.every(({ sidePx, rgb }) => rgb.length === sidePx * sidePx * 3)).toBe(true)
  })
})

describe('caution', () => {
  const background = photos(60)

  it('asks more of a photo than a background of photos does', () => {
    const caution = defaultCaution({ logitScale: 20 })
    const careful = wordsClassifier({ words: [words[1]!], notWords: [], background, caution })
    const plain = wordsClassifier({ words: [words[1]!], notWords: [], background })
    for (const cosine of [0.1, 0.3, 0.5, 0.7]) expect(scoreOf(careful, cosine)).toBeLessThan(scoreOf(plain, cosine))
  })

  it('never says that words fit no photo in particular: pictures that are no photos can’t tell', () => {
    const caution = defaultCaution({ logitScale: 20 })
    const flat = wordsClassifier({ words: [words[1]!], notWords: [], background: photos(400) })
    expect(flat.flat).toBe(true)
    expect(wordsClassifier({ words: [words[1]!], notWords: [], background: photos(400), caution }).flat).toBe(false)
  })

  it('is not surer than a model that was trained to say yes or no', () => {
    const caution = defaultCaution({ logitScale: 100, logitBias: -60 })
    const siglip = wordsClassifier({ words: [words[1]!], notWords: [], background, frequency: 0.5, caution })
    expect(scoreOf(siglip, 0.59)).toBeLessThan(0)
  })
})

describe('highestMiddle', () => {
  it('lets a library that is mostly of one thing still show it', () => {
    const library = photos(300, 180)
    const highest = highestMiddle(words, library)
    const shown = library.data.subarray(0, dim)
    const score = ({ weights, bias }: { weights: Float32Array; bias: number }): number =>
      weights.reduce((sum, weight, i) => sum + weight * shown[i]!, bias)
    const input = { words: [words[0]!], notWords: [], background: library, typicalSpread: 0.15, frequency: 0.2 }
    expect(score(wordsClassifier(input))).toBeLessThan(0)
    expect(score(wordsClassifier({ ...input, highestMiddle: highest }))).toBeGreaterThan(0)
  })

  it('changes nothing where no word stands out', () => {
    const library = photos(300)
    const input = { words: [words[5]!], notWords: [], background: library }
    const capped = wordsClassifier({ ...input, highestMiddle: highestMiddle(words, library) })
    expect(Math.abs(capped.bias - wordsClassifier(input).bias)).toBeLessThan(0.5)
  })

  it('needs a word', () => {
    expect(() => highestMiddle([], photos(10))).toThrow(RangeError)
  })
})
