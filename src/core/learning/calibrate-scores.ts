import { sigmoid, softplus } from './logistic.ts'

/** Answers and what they would score unasked, on the scale where ordinary photos lie around 0 with deviation 1. */
export interface ScoredAnswer {
  readonly score: number
  readonly isYes: boolean
}

/** Where the words alone put even odds, and how steeply their log-odds rise, on the same scale. */
export interface CalibrationPrior {
  readonly evenScore: number
  readonly steepness: number
}

/** `log-odds = steepness · (score - evenScore)`, with how far the answers leave that open. */
export interface Calibration extends CalibrationPrior {
  /** Covariance of (log steepness, evenScore): [variance, covariance, variance]. */
  readonly covariance: readonly [number, number, number]
}

/**
 * Set for all categories together on half of the labelled photos (docs/decisions/how-a-category-learns.md). A deviation above the
 * background means less after the direction was turned towards the answers than it did for the words alone.
 */
const steepnessKept = 0.6
const logSteepnessDeviation = 0.2
const evenScoreDeviation = 2
/** The background counts as one no, spread over its photos, and stands in for the no answers nobody has given yet. */
const backgroundWeight = 1

const mostSteps = 40

/** The loss and its derivatives by (log steepness, evenScore); the Hessian as its three different numbers. */
interface LossSums {
  loss: number
  readonly gradient: [number, number]
  readonly hessian: [number, number, number]
}

/**
 * Platt scaling (Platt 1999) on left-out scores, held by a prior: two numbers, so a handful of answers is enough to move the
 * cut, and one strange answer is not. `background` holds scores of background photos.
 *
 * With no yes among the answers the prior is kept as it is: refusals say what the category is not, not where it begins.
 */
export function calibrateScores(
  answers: readonly ScoredAnswer[],
  background: Float64Array,
  prior: CalibrationPrior,
): Calibration {
  const yes = answers.filter(({ isYes }) => isYes).length
  if (yes === 0) return { ...prior, covariance: [logSteepnessDeviation ** 2, 0, evenScoreDeviation ** 2] }
  const no = answers.length - yes
  const noWeight = no > yes + 1 ? (yes + 1) / no : 1
  const eachBackground = (backgroundWeight + Math.max(0, yes - no)) / background.length
  const priorLog = Math.log(prior.steepness * steepnessKept)

  const evaluate = (log: number, even: number): LossSums => {
    const steepness = Math.exp(log)
    const pull0 = (log - priorLog) / logSteepnessDeviation ** 2
    const pull1 = (even - prior.evenScore) / evenScoreDeviation ** 2
    const sums: LossSums = {
      loss: (pull0 * (log - priorLog) + pull1 * (even - prior.evenScore)) / 2,
      gradient: [pull0, pull1],
      hessian: [1 / logSteepnessDeviation ** 2, 0, 1 / evenScoreDeviation ** 2],
    }
    const count = (score: number, target: number, weight: number): void => {
      const logit = steepness * (score - even)
      const p = sigmoid(logit)
      sums.loss += weight * (softplus(logit) - target * logit)
      sums.gradient[0] += weight * (p - target) * logit
      sums.gradient[1] -= weight * (p - target) * steepness
      // Gauss-Newton: without the second derivatives of the logit, so always positive definite.
      const curvature = weight * p * (1 - p)
      sums.hessian[0] += curvature * logit * logit
      sums.hessian[1] -= curvature * logit * steepness
      sums.hessian[2] += curvature * steepness * steepness
    }
    for (const { score, isYes } of answers) count(score, isYes ? 1 : 0, isYes ? 1 : noWeight)
    for (const score of background) count(score, 0, eachBackground)
    return sums
  }

  let log = priorLog
  let even = prior.evenScore
  let here = evaluate(log, even)
  for (let step = 0; step < mostSteps; step++) {
    const [covariance0, covariance01, covariance1] = inverse(here.hessian)
    const move0 = covariance0 * here.gradient[0] + covariance01 * here.gradient[1]
    const move1 = covariance01 * here.gradient[0] + covariance1 * here.gradient[1]
    let length = 1
    let next = here
    for (; length > 1e-6; length /= 2) {
      next = evaluate(log - length * move0, even - length * move1)
      if (next.loss <= here.loss) break
    }
    if (!(next.loss <= here.loss)) break
    log -= length * move0
    even -= length * move1
    const gained = here.loss - next.loss
    here = next
    if (gained < 1e-10) break
  }
  return { steepness: Math.exp(log), evenScore: even, covariance: inverse(here.hessian) }
}

/** Of a symmetric 2 x 2 matrix, given and returned as its three different numbers. */
function inverse([a, b, c]: readonly [number, number, number]): [number, number, number] {
  const determinant = a * c - b * b
  return [c / determinant, -b / determinant, a / determinant]
}
