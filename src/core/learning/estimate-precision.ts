import { sigmoid } from './logistic.ts'
import type { TaughtCategory } from './teach-classifier.ts'

/** How many of the photos shown are right, as a share: the best guess and a range that holds the truth at least four times in five. */
export interface PrecisionEstimate {
  readonly share: number
  readonly low: number
  readonly high: number
}

const leastAnswers = 4
/** Beyond this width a range says nothing, and it is better to say that it is a guess. */
const widestRange = 0.6
/** Standard normal quantile that leaves a tenth on either side. */
const tenth = 1.2816
/** Log-odds variance that calibration alone doesn't know of: the direction, too, was learned from few answers. */
const directionVariancePerAnswer = 1

/**
 * What the person's answers say about the photos shown under a category: the mean probability of those predicted, with
 * those decided counted as they are. The range is how far the calibration is open (its posterior, to first order) plus
 * what so few answers leave open of the direction.
 *
 * `shownScores` are the scores of all photos shown that have no answer, `shownYesCount` how many more are shown by answer.
 * Null means it would be a guess: fewer than four answers, only one kind of them, nothing shown, or too wide a range.
 */
export function estimatePrecision(
  taught: TaughtCategory,
  shownScores: Float32Array,
  shownYesCount: number,
): PrecisionEstimate | null {
  const { calibration, tested } = taught
  const yes = tested.filter(({ isYes }) => isYes).length
  const total = shownScores.length + shownYesCount
  if (calibration === null || tested.length < leastAnswers || yes === 0 || yes === tested.length || total === 0)
    return null
  if (shownScores.length === 0) return { share: 1, low: 1, high: 1 }

  let right = 0
  let byLogSteepness = 0
  let byEvenScore = 0
  for (const score of shownScores) {
    const p = sigmoid(score)
    right += p
    byLogSteepness += p * (1 - p) * score
    byEvenScore -= p * (1 - p) * calibration.steepness
  }
  const count = shownScores.length
  const predicted = Math.min(Math.max(right / count, 1e-6), 1 - 1e-6)
  const [variance0, covariance, variance1] = calibration.covariance
  const g0 = byLogSteepness / count
  const g1 = byEvenScore / count
  // From the share to its log-odds, where a normal range makes sense.
  const perLogit = predicted * (1 - predicted)
  const variance =
    (g0 * g0 * variance0 + 2 * g0 * g1 * covariance + g1 * g1 * variance1) / perLogit ** 2 +
    directionVariancePerAnswer / tested.length
  const logit = Math.log(predicted / (1 - predicted))
  const reach = tenth * Math.sqrt(variance)
  const lowest = sigmoid(logit - reach)
  const highest = sigmoid(logit + reach)
  const inAll = (share: number): number => (share * count + shownYesCount) / total
  const estimate = {
    share: inAll(predicted),
    low: inAll(Math.max(0, lowest - chanceReach(lowest, count))),
    high: inAll(Math.min(1, highest + chanceReach(highest, count))),
  }
  return estimate.high - estimate.low > widestRange ? null : estimate
}

/** Even a share known exactly comes out higher or lower among few photos. */
function chanceReach(share: number, count: number): number {
  return tenth * Math.sqrt((share * (1 - share)) / count) + 0.5 / count
}
