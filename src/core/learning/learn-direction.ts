import { dot } from '../vector/dot.ts'
import { answerRows, inEmbeddingUnits, withStrength } from './answer-rows.ts'
import type { Lesson, Strength } from './answer-rows.ts'
import { fitByDescent } from './fit-by-descent.ts'
import { fitByKernel } from './fit-by-kernel.ts'
import { gramMatrix } from './gram-matrix.ts'
import { softplus } from './logistic.ts'
import { spreadSample } from './spread-sample.ts'

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
const pulls = [0.2, 0.03, 0.005]
const trusts = [0.1, 0.3, 0.9]
/**
 * Which of them is likely before anything is known, as normal distributions of the logarithm. It decides while answers are one or
 * two, which can't tell what they have in common from what happens to be in them: a first yes to a drawing of a dog must not teach
 * "drawing".
 */
const likelyPull = { median: 0.2, deviation: 1 }
const likelyTrust = { median: 0.3, deviation: 0.5 }
/** Up to here each answer is left out in turn; above, this many are set aside. */
const mostTested = 48

/** Turns the words' direction by what was answered. At least one example, all of them checked (`checkExamples`). */
export function learnDirection(lesson: Lesson): LearnedDirection {
  const { examples } = lesson
  const tested = spreadSample(examples, mostTested)
  const trial = weighStrengths({ ...lesson, examples: tested.map((index) => examples[index]!) })
  if (examples.length > mostTested) return learnFromMany(lesson, tested, trial)
  return {
    trust: trial.trust,
    change: trial.change,
    tested: tested.map((index, i) => ({ index, leftOutScore: trial.leftOutScores[i]! })),
  }
}

interface Trial extends Strength {
  readonly change: Float64Array
  readonly leftOutScores: Float64Array
}

/** All strengths at once: the fits, averaged by prior times exp(-leave-one-out loss) (pseudo-BMA; Yao et al. 2018). */
function weighStrengths(lesson: Lesson): Trial {
  const { words, examples, reference } = lesson
  const rows = answerRows(lesson)
  const gram = gramMatrix(rows.features)
  const fits = trusts.flatMap((trust) => {
    let multipliers: Float64Array | undefined
    return pulls.map((pull) => {
      const problem = withStrength(rows, { pull, trust })
      const fit = fitByKernel(problem, gram, multipliers)
      multipliers = fit.multipliers
      let loss = unlikeliness(pull, likelyPull) + unlikeliness(trust, likelyTrust)
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
  const change = new Float64Array(rows.features.dim)
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

/** Minus the logarithm of a log-normal density, but for a constant. */
function unlikeliness(value: number, { median, deviation }: { median: number; deviation: number }): number {
  return (Math.log(value / median) / deviation) ** 2 / 2
}

/** So many answers teach nearly the same without those that are tested. */
const plenty = 240
const partsAside = 4

/** The tested answers are left out, scored, and then taken in: all at once or, while the rest would be few, a part at a time. */
function learnFromMany(lesson: Lesson, tested: readonly number[], strength: Strength): LearnedDirection {
  const { words, examples, reference } = lesson
  const parts = examples.length < plenty ? partsAside : 1
  let before: ReturnType<typeof fitByDescent> | undefined
  const leftOutScores = new Map<number, number>()
  for (let part = 0; part < parts; part++) {
    const aside = tested.filter((_, i) => i % parts === part)
    const isAside = new Set(aside)
    const others = { ...lesson, examples: examples.filter((_, index) => !isAside.has(index)) }
    before = fitByDescent(withStrength(answerRows(others), strength), before)
    const honest = inEmbeddingUnits(before, reference)
    for (const index of aside) {
      const { embedding } = examples[index]!
      let leftOutScore = strength.trust * dot(words.weights, embedding)
      for (let i = 0; i < embedding.length; i++) leftOutScore += honest.change[i]! * embedding[i]!
      leftOutScores.set(index, leftOutScore)
    }
  }
  const complete = fitByDescent(withStrength(answerRows(lesson), strength), before)
  return {
    trust: strength.trust,
    change: inEmbeddingUnits(complete, reference).change,
    tested: tested.map((index) => ({ index, leftOutScore: leftOutScores.get(index)! })),
  }
}
