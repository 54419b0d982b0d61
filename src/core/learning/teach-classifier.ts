import type { CategoryClassifier } from '../tagging/category-classifier.ts'
import { calibrateScores } from './calibrate-scores.ts'
import type { Calibration } from './calibrate-scores.ts'
import { checkExamples } from './example.ts'
import type { Example } from './example.ts'
import { learnDirection } from './learn-direction.ts'
import { oneOrder } from './one-order.ts'
import type { ScoreReference } from './score-reference.ts'
import { typicalPrior } from './wordless-classifier.ts'

/** Log-odds that vary less than this over ordinary photos come from no words at all. */
const leastDeviation = 1e-3

/** A category after its answers, and enough of how it came about to say why a photo scores as it does. */
export interface TaughtCategory {
  /** What judges photos, of the same kind as one from words alone. */
  readonly classifier: CategoryClassifier
  /** `classifier.weights` = `wordsFactor` · the words' weights + `lesson`. */
  readonly wordsFactor: number
  readonly lesson: Float32Array
  /** For some answers (all, when they are few): index, and the score had that photo not been answered. */
  readonly tested: readonly TestedAnswer[]
  /** How far the answers leave the cut open; null while nothing was answered. */
  readonly calibration: Calibration | null
}

export interface TestedAnswer {
  readonly index: number
  readonly isYes: boolean
  /** Log-odds, as the classifier's score. */
  readonly leftOutScore: number
}

/**
 * A category from words and answers (docs/decisions/how-a-category-learns.md): logistic regression on embeddings whose prior is the
 * words classifier, so that with no answer it *is* the words classifier, and the words' say fades as answers grow.
 *
 * Deterministic, and the same in whatever order the answers come. Twice the same photo with opposite answers is allowed and says nothing. Throws a RangeError for an
 * embedding of another length, of zeros, or with numbers that are not finite. `hints` are for `teachWithHints`.
 */
export function teachClassifier(
  words: CategoryClassifier,
  examples: readonly Example[],
  reference: ScoreReference,
  hints: readonly Example[] = [],
): TaughtCategory {
  checkExamples([...examples, ...hints], reference.mean.length)
  if (examples.length === 0) {
    return {
      classifier: words,
      wordsFactor: 1,
      lesson: new Float32Array(words.weights.length),
      tested: [],
      calibration: null,
    }
  }
  const order = oneOrder(examples)
  const ordered = order.map((index) => examples[index]!)
  const learned = learnDirection({ words, examples: ordered, hints, reference })
  const ranking = Float32Array.from(learned.change, (value, i) => learned.trust * words.weights[i]! + value)

  // The words' scores on ordinary photos are in log-odds. Those of the new direction are brought to the same place.
  const byWords = levelOf(words.weights, reference)
  const byRanking = levelOf(ranking, reference)
  const calibration = calibrateScores(
    learned.tested.map(({ index, leftOutScore }) => ({
      score: (leftOutScore - byRanking.mean) / byRanking.deviation,
      isYes: ordered[index]!.isYes,
    })),
    byRanking.scores
      .subarray(0, reference.backgroundCount)
      .map((score) => (score - byRanking.mean) / byRanking.deviation),
    byWords.deviation < leastDeviation
      ? typicalPrior
      : { steepness: byWords.deviation, evenScore: -(byWords.mean + words.bias) / byWords.deviation },
  )
  const factor = calibration.steepness / byRanking.deviation
  const bias = -calibration.steepness * calibration.evenScore - factor * byRanking.mean
  return {
    classifier: {
      weights: ranking.map((value) => value * factor),
      bias,
      flat: words.flat && !examples.some(({ isYes }) => isYes),
    },
    wordsFactor: learned.trust * factor,
    lesson: Float32Array.from(learned.change, (value) => value * factor),
    tested: learned.tested
      .map(({ index, leftOutScore }) => ({
        index: order[index]!,
        isYes: ordered[index]!.isYes,
        leftOutScore: leftOutScore * factor + bias,
      }))
      .toSorted((a, b) => a.index - b.index),
    calibration,
  }
}

function levelOf(
  direction: Float32Array,
  { photos: { data, rows, dim } }: ScoreReference,
): { scores: Float64Array; mean: number; deviation: number } {
  const scores = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const start = row * dim
    // Two sums side by side: each addition waits for the one before it.
    let even = 0
    let odd = 0
    for (let i = 0; i + 1 < dim; i += 2) {
      even += direction[i]! * data[start + i]!
      odd += direction[i + 1]! * data[start + i + 1]!
    }
    if (dim % 2 === 1) even += direction[dim - 1]! * data[start + dim - 1]!
    scores[row] = even + odd
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length
  return { scores, mean, deviation: Math.sqrt(Math.max(variance, 1e-12)) }
}
