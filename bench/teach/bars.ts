import { mean } from '../tags/measures.ts'
import { judgeNames } from './judges.ts'
import type { JudgeName } from './judges.ts'
import { lessonSizes } from './learning-curve.ts'
import type { Outcome } from './learning-curve.ts'
import type { ReviewCost } from './review-order.ts'
import { setNames } from './task.ts'

export type Measure = 'averagePrecision' | 'f1'

/** A promise about the numbers, and whether they keep it. */
export interface Bar {
  readonly promise: string
  readonly found: string
  readonly holds: boolean
}

const mostBelowWords = 0.01
const leastGainOfEight = 0.05
const leastSureRight = 0.8

/** Mean of one judge in one set; NaN where no lesson of this size could be drawn. */
export function markOf(
  outcomes: readonly Outcome[],
  set: Outcome['set'],
  yesCount: number,
  judge: JudgeName,
  measure: Measure,
): number {
  const own = outcomes.filter((one) => one.set === set && one.yesCount === yesCount && one.judge === judge)
  return own.length === 0 ? NaN : mean(own.map((one) => one[measure]))
}

/** Mean over the sets in which a lesson of this size could be drawn. */
export function meanOverSets(
  outcomes: readonly Outcome[],
  yesCount: number,
  judge: JudgeName,
  measure: Measure,
): number {
  return mean(
    setNames.map((set) => markOf(outcomes, set, yesCount, judge, measure)).filter((mark) => !Number.isNaN(mark)),
  )
}

export function learningBars(outcomes: readonly Outcome[], measure: Measure): readonly Bar[] {
  const name = measure === 'f1' ? 'F1' : 'AP'
  const againstWords = setNames.flatMap((set) =>
    lessonSizes.flatMap((yesCount) => {
      const own = markOf(outcomes, set, yesCount, 'Winnow', measure)
      const words = markOf(outcomes, set, yesCount, '(a) words', measure)
      return Number.isNaN(own) ? [] : [{ where: `${set} k=${yesCount}`, gain: own - words }]
    }),
  )
  const worst = againstWords.toSorted((a, b) => a.gain - b.gain)[0]!
  const against = lessonSizes.map((yesCount) => {
    const rivals = judgeNames
      .filter((judge) => judge !== 'Winnow')
      .map((judge) => meanOverSets(outcomes, yesCount, judge, measure))
      .filter((mark) => !Number.isNaN(mark))
    return { yesCount, lead: meanOverSets(outcomes, yesCount, 'Winnow', measure) - Math.max(...rivals) }
  })
  const gainOfEight = meanOverSets(outcomes, 8, 'Winnow', measure) - meanOverSets(outcomes, 8, '(a) words', measure)
  return [
    {
      promise: `${name}: never more than ${mostBelowWords} below words alone, in any set`,
      found: `least gain ${signed(worst.gain)} (${worst.where})`,
      holds: worst.gain >= -mostBelowWords,
    },
    {
      promise: `${name}: at least as good as the best of (a) to (d), mean over sets`,
      found: against.map(({ yesCount, lead }) => `k=${yesCount} ${signed(lead)}`).join(', '),
      holds: against.every(({ lead }) => lead >= -1e-9),
    },
    {
      promise: `${name}: k=8 at least ${leastGainOfEight} above words alone, mean over sets`,
      found: signed(gainOfEight),
      holds: gainOfEight >= leastGainOfEight,
    },
  ]
}

/** Photos at least 90 % sure after any lesson, and the share of them that is right; the share is NaN for none. */
export function sureOf(
  outcomes: readonly Outcome[],
  set: Outcome['set'],
  yesCount?: number,
): { readonly count: number; readonly share: number } {
  const own = outcomes.filter(
    (one) => one.set === set && one.judge === 'Winnow' && (yesCount === undefined || one.yesCount === yesCount),
  )
  const count = own.reduce((sum, one) => sum + one.sureCount, 0)
  return { count, share: own.reduce((sum, one) => sum + one.sureRight, 0) / count }
}

export function calibrationBar(outcomes: readonly Outcome[]): Bar {
  const shares = setNames.map((set) => ({ set, ...sureOf(outcomes, set) })).filter(({ count }) => count > 0)
  const worst = shares.toSorted((a, b) => a.share - b.share)[0]!
  return {
    promise: `of photos at least 90 % sure, at least ${leastSureRight * 100} % right, in every set`,
    found: `least ${worst.share.toFixed(3)} of ${worst.count} (${worst.set})`,
    holds: worst.share >= leastSureRight,
  }
}

/** A set that words alone do well enough in asks no answers in either order, which is no failure. */
export function reviewBar(costs: readonly ReviewCost[]): Bar {
  const saved = setNames.map((set) => {
    const own = costs.filter((cost) => cost.set === set)
    return { set, review: mean(own.map((cost) => cost.review)), random: mean(own.map((cost) => cost.random)) }
  })
  return {
    promise: 'review order reaches 0.9 precision and recall in fewer answers than random order, in every set',
    found: saved
      .map(({ set, review, random }) => `${set} ${random === 0 ? 'none needed' : signed(review - random, 1)}`)
      .join(', '),
    holds: saved.every(({ review, random }) => review < random || random === 0),
  }
}

function signed(value: number, digits = 3): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(digits)}`
}
