import type { CategoryClassifier } from '../tagging/category-classifier.ts'
import { dot } from '../vector/dot.ts'
import type { Example } from './example.ts'
import type { LogisticFit, LogisticProblem } from './logistic-problem.ts'
import type { ScoreReference } from './score-reference.ts'

/** All there is to learn one category from. */
export interface Lesson {
  readonly words: CategoryClassifier
  /** The person's answers. */
  readonly examples: readonly Example[]
  /** Photos nobody answered, with what Winnow takes them for (`teachWithHints`); they count little and are never tested. */
  readonly hints: readonly Example[]
  readonly reference: ScoreReference
}

/** How strongly answers are held back: by the pull towards the words, and by how much the words themselves are believed. */
export interface Strength {
  readonly pull: number
  /** What the words' log-odds are multiplied by before answers are added. */
  readonly trust: number
}

/** The intercept is nearly free: answers say which photos, not how common they are. */
const interceptVariance = 100
/** All background photos together weigh half a no, at their mean: felt beside the first answers, not beside the thirtieth. */
const backgroundWeight = 0.5
/** All hints together weigh as much as this share of the answers. */
const hintShare = 0.3

/** A lesson as rows, before a strength is chosen. */
export type AnswerRows = Omit<LogisticProblem, 'pull'>

/** First the answers, centred and scaled on the background, then the hints, then one row of zeros for the background itself. */
export function answerRows({ words, examples, hints, reference: { mean, scale } }: Lesson): AnswerRows {
  const dim = mean.length
  const shown = [...examples, ...hints]
  const rows = shown.length + 1
  const data = new Float32Array(rows * dim)
  const targets = new Float64Array(rows)
  const offsets = new Float64Array(rows)
  shown.forEach(({ embedding, isYes }, row) => {
    for (let i = 0; i < dim; i++) data[row * dim + i] = (embedding[i]! - mean[i]!) / scale
    targets[row] = isYes ? 1 : 0
    offsets[row] = dot(words.weights, embedding) + words.bias
  })
  offsets[rows - 1] = dot(words.weights, mean) + words.bias
  const weights = new Float64Array(rows)
  weights.set(balancedWeights(examples))
  const eachHint = (hintShare * examples.length) / Math.max(1, hints.length)
  balancedWeights(hints).forEach((weight, i) => {
    weights[examples.length + i] = weight * eachHint
  })
  weights[rows - 1] = backgroundWeight
  return { features: { data, rows, dim }, targets, weights, offsets, interceptVariance }
}

/** Half-way to both kinds counting the same in all: fifty yes must not drown three no, nor three no weigh like fifty. */
function balancedWeights(examples: readonly Example[]): Float64Array {
  const weights = new Float64Array(examples.length).fill(1)
  const yes = examples.filter(({ isYes }) => isYes).length
  const no = examples.length - yes
  if (yes === 0 || no === 0) return weights
  const tilt = (no / yes) ** 0.25
  const total = yes * tilt + no / tilt
  return weights.map((_, i) => ((examples[i]!.isYes ? tilt : 1 / tilt) * examples.length) / total)
}

export function withStrength(rows: AnswerRows, { pull, trust }: Strength): LogisticProblem {
  return { ...rows, pull, offsets: rows.offsets.map((offset) => trust * offset) }
}

/** A fit on centred, scaled rows as one on embeddings. */
export function inEmbeddingUnits({ change, intercept }: LogisticFit, { mean, scale }: ScoreReference): LogisticFit {
  const own = change.map((value) => value / scale)
  const shift = own.reduce((sum, value, i) => sum + value * mean[i]!, 0)
  return { change: own, intercept: intercept - shift }
}
