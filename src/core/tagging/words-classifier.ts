import { combineWords } from '../clip/combine-words.ts'
import type { VectorMatrix } from '../vector/vector-matrix.ts'
import { backgroundLevel } from './background-level.ts'
import type { BackgroundLevel } from './background-level.ts'
import type { CategoryClassifier } from './category-classifier.ts'
import { logOdds } from './probability.ts'
import { scoreBackground } from './score-background.ts'

/**
 * Log-odds for one spread above the background, and what is taken off for it. Fitted once, on half of the labelled photos,
 * for all words together (docs/decisions/tag-calibration.md). Between two normal distributions of equal spread, d apart, the
 * log-likelihood ratio is d·z - d²/2: close to what the fit found.
 */
const evidencePerSpread = 1.12
const evidenceOffset = -1.0

/** Of a category that somebody made for photos they have, when nothing else is known: one photo in fifty shows it. */
export const ownFrequency = 0.02

/** A library never counts for more than this share of the background it is mixed into. */
const librarySharePerBackground = 0.5

/** Normally distributed scores reach 2.9 deviations; words that find no photo in particular score like that. */
const flatReach = 3
/** What stands in for ordinary photos says so little that more is asked of a photo before its tag is shown. */
export interface Caution {
  /** Taken off every score, in log-odds. Above zero. */
  readonly offset: number
  /** Scores scatter at least this much, in cosine, whatever the stand-ins say. */
  readonly leastSpread: number
  /** No cosine below this is evidence; absent where nothing is known. */
  readonly leastCosine?: number
}

/** Scores that scatter this much more than is typical do tell photos apart, half of them from the other half ("person"). */
const broadSpread = 1.4

export interface WordsInput {
  /** One unit vector a phrase (`zeroShotDirection`), at least one. */
  readonly words: readonly Float32Array[]
  readonly notWords: readonly Float32Array[]
  /** Embeddings of the neutral photos that come with the model. */
  readonly background: VectorMatrix
  /** The person's own photos, or an unbiased sample; a few thousand rows are enough. */
  readonly library?: VectorMatrix
  /** Share of personal photos that show it, above 0 and below 1: `frequency` of the vocabulary, else `ownFrequency`. */
  readonly frequency?: number
  /** From `typicalSpread`, once a model. Without it the words' own spread is taken, which is a little less steady. */
  readonly typicalSpread?: number
  /**
   * Of a background that was learned from the person's own photos: no word's ordinary photos lie above this cosine. In a library that
   * is mostly dogs, they are what "dog" is about and not its background.
   */
  readonly highestMiddle?: number
  /** Where the background is no photos. */
  readonly caution?: Caution
}

/** A category from its words alone: how far a photo stands above the background of these words, and how common that is. */
export function wordsClassifier(input: WordsInput): CategoryClassifier {
  const direction = combineWords(input.words, input.notWords)
  const ownScores = scoreBackground(direction, input.background)
  const level = backgroundLevel(ownScores)
  if (input.library === undefined || input.library.rows === 0) return fromLevel(direction, level, input)

  const first = fromLevel(direction, level, input)
  const libraryScores = scoreBackground(direction, everyNth(input.library, input.background.rows))
  // What already stands out is what the category is about, not its background: a library full of dogs can't make "dog" rare.
  const ordinary = libraryScores.filter((score) => score * scaleOf(level, input) + first.bias < 0)
  const mixed = backgroundLevel(concat(ownScores, ordinary))
  const { reach } = backgroundLevel(concat(ownScores, libraryScores))
  return fromLevel(direction, { ...mixed, reach }, input)
}

function fromLevel(direction: Float32Array, level: BackgroundLevel, input: WordsInput): CategoryClassifier {
  const scale = scaleOf(level, input)
  const isBroad = input.typicalSpread !== undefined && level.spread > broadSpread * input.typicalSpread
  const middle = Math.min(level.middle, input.highestMiddle ?? Infinity)
  const bias = evidenceOffset - middle * scale + logOdds(input.frequency ?? ownFrequency)
  const weights = direction.map((value) => value * scale)
  if (input.caution === undefined) return { weights, bias, flat: level.reach < flatReach && !isBroad }
  const { offset, leastCosine = -1 } = input.caution
  // Pictures that are no photos can't tell that words fit no photo in particular.
  return { weights, bias: Math.min(bias - offset, -leastCosine * scale), flat: false }
}

/** Log-odds per cosine. The geometric mean of the word's and the model's spread: a shrunken estimate of the former. */
function scaleOf(level: BackgroundLevel, input: WordsInput): number {
  const least = input.caution?.leastSpread ?? 0
  const spread = Math.max(level.spread, least)
  return evidencePerSpread / Math.sqrt(spread * Math.max(input.typicalSpread ?? spread, least))
}

/** Rows at even distances, as many as may be mixed into `backgroundRows`. */
function everyNth(library: VectorMatrix, backgroundRows: number): VectorMatrix {
  const rows = Math.min(library.rows, Math.floor(backgroundRows * librarySharePerBackground))
  const data = new Float32Array(rows * library.dim)
  for (let row = 0; row < rows; row++) {
    const from = Math.floor((row * library.rows) / rows) * library.dim
    data.set(library.data.subarray(from, from + library.dim), row * library.dim)
  }
  return { data, rows, dim: library.dim }
}

function concat(a: Float32Array, b: Float32Array): Float32Array {
  const joined = new Float32Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}
