import type { CategoryClassifier } from '../tagging/category-classifier.ts'
import { dot } from '../vector/dot.ts'
import type { Example } from './example.ts'
import { fitByDescent } from './fit-by-descent.ts'
import { fitByKernel } from './fit-by-kernel.ts'
import { gramMatrix } from './gram-matrix.ts'
import { softplus } from './logistic.ts'
import type { LogisticFit, LogisticProblem } from './logistic-problem.ts'
import type { ScoreReference } from './score-reference.ts'
import { spreadSample } from './spread-sample.ts'

/** How strongly answers are held back: by the pull towards the words, and by how much the words themselves are believed. */
interface Strength {
  readonly pull: number
  /** What the words' log-odds are multiplied by before answers are added. */
  readonly trust: number
}

/** Weights that rank photos; their unit and zero mean nothing yet (see `calibrateScores`). */
export interface LearnedDirection {
  /** The ranking score of a photo is `trust · (words' weights · photo) + change · photo`. */
  readonly trust: number
  readonly change: Float64Array
  /** For some answers (all, when they are few): what the photo would score had it not been answered. */
  readonly tested: readonly { readonly index: number; readonly leftOutScore: number }[]
}

/**
 * Tried on every category, averaged by how well each predicts answers it has not seen. The ranges are where few-shot
 * precision on half of the labelled photos is flat (docs/decisions/how-a-category-learns.md).
 */
const pulls = [0.005, 0.03, 0.2]
const trusts = [0.1, 0.3, 0.9]
/** The intercept is nearly free: answers say which photos, not how common they are. */
const interceptVariance = 100
/** All background photos together weigh half a no, at their mean: felt beside the first answers, not beside the thirtieth. */
const backgroundWeight = 0.5
/** Up to here each answer is left out in turn; above, this many are set aside. */
const mostTested = 64

/** Turns the words' direction by what was answered. At least one example, all of them checked (`checkExamples`). */
export function learnDirection(
  words: CategoryClassifier,
  examples: readonly Example[],
  reference: ScoreReference,
): LearnedDirection {
  const tested = spreadSample(examples, mostTested)
  const trial = weighStrengths(
    words,
    tested.map((index) => examples[index]!),
    reference,
  )
  if (examples.length <= mostTested) {
    return {
      trust: trial.trust,
      change: trial.change,
      tested: tested.map((index, i) => ({ index, leftOutScore: trial.leftOutScores[i]! })),
    }
  }
  return learnFromMany(words, examples, reference, tested, trial)
}

interface Trial extends Strength {
  readonly change: Float64Array
  readonly leftOutScores: Float64Array
}

/** All strengths at once: the fits, averaged with weights exp(-leave-one-out loss) (pseudo-BMA; Yao et al. 2018). */
function weighStrengths(words: CategoryClassifier, examples: readonly Example[], reference: ScoreReference): Trial {
  const base = problemOf(words, examples, reference)
  const gram = gramMatrix(base.features)
  const fits = trusts.flatMap((trust) => {
    let multipliers: Float64Array | undefined
    return pulls.map((pull) => {
      const problem = withStrength(base, { pull, trust })
      const fit = fitByKernel(problem, gram, multipliers)
      multipliers = fit.multipliers
      let loss = 0
      for (let i = 0; i < examples.length; i++) {
        const logit = fit.leftOutLogits[i]!
        loss += problem.weights[i]! * (softplus(logit) - problem.targets[i]! * logit)
      }
      return { pull, trust, fit, loss }
    })
  })
  const leastLoss = Math.min(...fits.map(({ loss }) => loss))
  const shares = fits.map(({ loss }) => Math.exp(leastLoss - loss))
  const total = shares.reduce((sum, share) => sum + share, 0)

  let trust = 0
  let logPull = 0
  const change = new Float64Array(base.features.dim)
  const leftOutScores = new Float64Array(examples.length)
  fits.forEach((one, k) => {
    const share = shares[k]! / total
    trust += share * one.trust
    logPull += share * Math.log(one.pull)
    const own = inEmbeddingUnits(one.fit, reference)
    for (let i = 0; i < change.length; i++) change[i]! += share * own.change[i]!
    const zero = one.trust * words.bias + own.intercept
    for (let i = 0; i < examples.length; i++) leftOutScores[i]! += share * (one.fit.leftOutLogits[i]! - zero)
  })
  return { trust, pull: Math.exp(logPull), change, leftOutScores }
}

/** The tested answers are first left out altogether, scored, and then taken in. */
function learnFromMany(
  words: CategoryClassifier,
  examples: readonly Example[],
  reference: ScoreReference,
  tested: readonly number[],
  strength: Strength,
): LearnedDirection {
  const isTested = new Set(tested)
  const others = examples.filter((_, index) => !isTested.has(index))
  const without = fitByDescent(withStrength(problemOf(words, others, reference), strength))
  const honest = inEmbeddingUnits(without, reference)
  const complete = fitByDescent(withStrength(problemOf(words, examples, reference), strength), without)
  return {
    trust: strength.trust,
    change: inEmbeddingUnits(complete, reference).change,
    tested: tested.map((index) => {
      const { embedding } = examples[index]!
      let leftOutScore = strength.trust * dot(words.weights, embedding)
      for (let i = 0; i < embedding.length; i++) leftOutScore += honest.change[i]! * embedding[i]!
      return { index, leftOutScore }
    }),
  }
}

/** The answers as rows, centred and scaled on the background, and one row of zeros for the background itself. */
function problemOf(
  words: CategoryClassifier,
  examples: readonly Example[],
  { mean, scale }: ScoreReference,
): Omit<LogisticProblem, 'pull'> {
  const dim = mean.length
  const rows = examples.length + 1
  const data = new Float32Array(rows * dim)
  const targets = new Float64Array(rows)
  const offsets = new Float64Array(rows)
  examples.forEach(({ embedding, isYes }, row) => {
    for (let i = 0; i < dim; i++) data[row * dim + i] = (embedding[i]! - mean[i]!) / scale
    targets[row] = isYes ? 1 : 0
    offsets[row] = dot(words.weights, embedding) + words.bias
  })
  offsets[rows - 1] = dot(words.weights, mean) + words.bias
  const weights = balancedWeights(examples)
  return { features: { data, rows, dim }, targets, weights, offsets, interceptVariance }
}

/** Half-way to both kinds counting the same in all: fifty yes must not drown three no, nor three no weigh like fifty. */
function balancedWeights(examples: readonly Example[]): Float64Array {
  const weights = new Float64Array(examples.length + 1).fill(1)
  const yes = examples.filter(({ isYes }) => isYes).length
  const no = examples.length - yes
  if (yes > 0 && no > 0) {
    const tilt = (no / yes) ** 0.25
    const total = yes * tilt + no / tilt
    examples.forEach(({ isYes }, i) => {
      weights[i] = ((isYes ? tilt : 1 / tilt) * examples.length) / total
    })
  }
  weights[examples.length] = backgroundWeight
  return weights
}

function withStrength(base: Omit<LogisticProblem, 'pull'>, { pull, trust }: Strength): LogisticProblem {
  return { ...base, pull, offsets: base.offsets.map((offset) => trust * offset) }
}

/** A fit on centred, scaled rows as one on embeddings. */
function inEmbeddingUnits({ change, intercept }: LogisticFit, { mean, scale }: ScoreReference): LogisticFit {
  const own = change.map((value) => value / scale)
  const shift = own.reduce((sum, value, i) => sum + value * mean[i]!, 0)
  return { change: own, intercept: intercept - shift }
}
