import { topK } from '../search/top-k.ts'
import type { VectorMatrix } from '../vector/vector-matrix.ts'
import type { Example } from './example.ts'
import { gramMatrix } from './gram-matrix.ts'
import { sigmoid } from './logistic.ts'
import type { ScoreReference } from './score-reference.ts'
import { spreadSample } from './spread-sample.ts'

export interface QuestionInput {
  /** The category's score of each row of the library, in log-odds. */
  readonly scores: Float32Array
  /** The score from which a photo is shown (`cutsFor`): questions are about what lies around it. */
  readonly cut: number
  /** Rows that may be asked about: no answer yet, not skipped. */
  readonly mayAsk: (row: number) => boolean
  readonly embeddingOf: (row: number) => Float32Array
  /** What was answered already. */
  readonly examples: readonly Example[]
  readonly reference: ScoreReference
  /** How many questions at most. */
  readonly count: number
}

export interface Question {
  readonly row: number
  /** By how much this answer lessens the doubt about all photos, beside the questions before it; above zero, falling slowly. */
  readonly gain: number
}

/** Photos around the cut that are compared with each other. */
const poolSize = 128
const mostExamples = 48
/**
 * Covariance of the log-odds of two photos: this times the cube of their likeness (a product of covariances is one; Schur 1911).
 * One answer then settles a burst, and leaves open photos that have only something in common with it.
 */
const kernelVariance = 30
const kernelPower = 3
/** A certain answer tells nothing: the noise of an answer is 1 / (p·(1 - p)), and at most this. */
const mostNoise = 200
/** Of an answer about a photo at even odds, which is what was asked about. */
const answerNoise = 4

/**
 * The photos whose answers teach most, best first: those that would most lower the variance of the log-odds, summed over the
 * doubtful photos, each weighted with its doubt p·(1 - p) (transductive experimental design; Yu, Bi & Tresp 2006, for a Gaussian
 * process). One sum holds all three wishes: doubt is the weight, density is the number of doubtful photos alike, and diversity
 * comes from counting each question as answered before the next is chosen, so that a second photo of the same burst gains
 * nothing.
 */
export function chooseQuestions(input: QuestionInput): readonly Question[] {
  const pool = poolOf(input)
  if (pool.length === 0) return []
  const size = pool.length
  const covariance = covarianceGivenExamples(input, pool)
  const doubt = pool.map((row) => {
    const p = sigmoid(input.scores[row]! - input.cut)
    return p * (1 - p)
  })
  const questions: Question[] = []
  const isAsked = new Uint8Array(size)
  while (questions.length < Math.min(input.count, size)) {
    let best = -1
    let bestGain = -1
    for (let i = 0; i < size; i++) {
      if (isAsked[i] === 1) continue
      let sum = 0
      for (let j = 0; j < size; j++) sum += doubt[j]! * covariance[i * size + j]! ** 2
      const gain = (doubt[i]! * sum) / (covariance[i * size + i]! + noiseOf(doubt[i]!))
      if (gain > bestGain) {
        best = i
        bestGain = gain
      }
    }
    questions.push({ row: pool[best]!, gain: bestGain })
    isAsked[best] = 1
    condition(covariance, size, best, noiseOf(doubt[best]!))
  }
  return questions
}

function noiseOf(doubt: number): number {
  return Math.min(1 / doubt, mostNoise)
}

/** Rows around the cut, most doubtful first. */
function poolOf({ scores, cut, mayAsk }: QuestionInput): readonly number[] {
  const nearness = scores.map((score) => -Math.abs(score - cut))
  return [...topK(nearness, poolSize, mayAsk).rows]
}

/** Prior covariance of the log-odds of the pool, given that the examples were answered. */
function covarianceGivenExamples(input: QuestionInput, pool: readonly number[]): Float64Array {
  const { reference, examples } = input
  const known = spreadSample(examples, mostExamples).map((index) => examples[index]!.embedding)
  const features = centred([...known, ...pool.map(input.embeddingOf)], reference)
  const kernel = gramMatrix(features).map((likeness) => kernelVariance * likeness ** kernelPower)
  // Answered photos first, so that eliminating them in order leaves the pool's covariance given them.
  for (let i = 0; i < known.length; i++) condition(kernel, features.rows, i, answerNoise)
  const size = pool.length
  const covariance = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    const start = (known.length + i) * features.rows + known.length
    covariance.set(kernel.subarray(start, start + size), i * size)
  }
  return covariance
}

/** Conditions a covariance on a noisy look at one of its members. */
function condition(covariance: Float64Array, size: number, member: number, noise: number): void {
  const column = covariance.slice(member * size, (member + 1) * size)
  const total = column[member]! + noise
  for (let i = 0; i < size; i++) {
    const share = column[i]! / total
    for (let j = 0; j < size; j++) covariance[i * size + j]! -= share * column[j]!
  }
}

function centred(vectors: readonly Float32Array[], { mean, scale }: ScoreReference): VectorMatrix {
  const dim = mean.length
  const data = new Float32Array(vectors.length * dim)
  vectors.forEach((vector, row) => {
    for (let i = 0; i < dim; i++) data[row * dim + i] = (vector[i]! - mean[i]!) / scale
  })
  return { data, rows: vectors.length, dim }
}
