import { averagePrecision } from '../tags/measures.ts'
import { drawLesson } from './few-examples.ts'
import { makeJudges } from './judges.ts'
import type { Judge, JudgeName } from './judges.ts'
import { photoOf } from './task.ts'
import type { Half, Task } from './task.ts'

/** Yes examples, and as many no. */
export const lessonSizes = [0, 1, 2, 4, 8, 16] as const
/** Log-odds of a photo that is shown as at least 90 % sure. */
const ninetyPercent = Math.log(0.9 / 0.1)

/** One judge after one lesson, on the photos that were not shown to it. */
export interface Outcome {
  readonly set: Task['set']
  readonly yesCount: number
  readonly judge: JudgeName
  readonly averagePrecision: number
  /** At default strictness. */
  readonly f1: number
  /** Photos at least 90 % sure, and how many of them are right. */
  readonly sureCount: number
  readonly sureRight: number
}

/** Every task, lesson size and seed. Tasks with too few photos for a lesson are left out of that size, for all judges. */
export function measureLearning(tasks: readonly Task[], judgedHalf: Half, seeds: number): readonly Outcome[] {
  return lessonSizes.flatMap((yesCount) =>
    tasks.flatMap((task) =>
      // Without examples nothing is drawn, so that one seed says it all.
      Array.from({ length: yesCount === 0 ? 1 : seeds }, (_, seed) =>
        outcomesOf(task, judgedHalf, yesCount, seed),
      ).flat(),
    ),
  )
}

function outcomesOf(task: Task, judgedHalf: Half, yesCount: number, seed: number): readonly Outcome[] {
  const lesson = drawLesson(task, judgedHalf, yesCount, yesCount, seed * 7919 + 13)
  if (lesson === undefined) return []
  const isYes = lesson.judged.map((i) => task.isYes[i]!)
  return [...makeJudges(task, lesson)].map(([judge, scoreOf]) => {
    const scores = lesson.judged.map((i) => scoreOf(photoOf(task, i)))
    return { set: task.set, yesCount, judge, ...marksOf(scores, isYes) }
  })
}

function marksOf(
  scores: readonly ReturnType<Judge>[],
  isYes: readonly boolean[],
): Pick<Outcome, 'averagePrecision' | 'f1' | 'sureCount' | 'sureRight'> {
  const count = (keep: (score: number, index: number) => boolean): number => scores.filter(keep).length
  const shown = count((score) => score >= 0)
  const right = count((score, i) => score >= 0 && isYes[i]!)
  return {
    averagePrecision: averagePrecision(scores, isYes),
    f1: (2 * right) / (shown + isYes.filter(Boolean).length),
    sureCount: count((score) => score >= ninetyPercent),
    sureRight: count((score, i) => score >= ninetyPercent && isYes[i]!),
  }
}
