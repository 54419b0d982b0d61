import type { Half, Task } from './task.ts'
import { seededRandom, shuffled } from './seeded-random.ts'

/** Which photos are shown as examples, and which are then judged. Indices into the photos of the task. */
export interface Lesson {
  readonly yes: readonly number[]
  readonly no: readonly number[]
  readonly judged: readonly number[]
}

/**
 * `yesCount` yes and `noCount` no at random from the half that isn't judged, and from the judged half where that has too few.
 * Undefined where fewer than two photos of either kind would be left to judge.
 */
export function drawLesson(
  task: Task,
  judgedHalf: Half,
  yesCount: number,
  noCount: number,
  seed: number,
): Lesson | undefined {
  const random = seededRandom(seed)
  const inOrder = (wanted: boolean): number[] => {
    const all = shuffled(
      task.isYes.flatMap((isYes, i) => (isYes === wanted ? [i] : [])),
      random,
    )
    return [...all.filter((i) => task.halves[i] !== judgedHalf), ...all.filter((i) => task.halves[i] === judgedHalf)]
  }
  const yes = inOrder(true).slice(0, yesCount)
  const no = inOrder(false).slice(0, noCount)
  const shown = new Set([...yes, ...no])
  const judged = task.isYes.flatMap((_, i) => (task.halves[i] === judgedHalf && !shown.has(i) ? [i] : []))
  const yesLeft = judged.filter((i) => task.isYes[i]).length
  if (yesLeft < 2 || judged.length - yesLeft < 2 || yes.length < yesCount || no.length < noCount) return undefined
  return { yes, no, judged }
}
