import type { Example } from '../../src/core/learning/example.ts'
import { fitByKernel } from '../../src/core/learning/fit-by-kernel.ts'
import { gramMatrix } from '../../src/core/learning/gram-matrix.ts'
import { teachClassifier } from '../../src/core/learning/teach-classifier.ts'
import { cutsFor } from '../../src/core/tagging/probability.ts'
import { dot } from '../../src/core/vector/dot.ts'
import { meanVector } from '../../src/core/vector/mean-vector.ts'
import type { Lesson } from './few-examples.ts'
import { photoOf } from './task.ts'
import type { Task } from './task.ts'

/** Scores a photo; one at or above zero is shown. */
export type Judge = (photo: Float32Array) => number

export const judgeNames = ['Winnow', '(a) words', '(b) logistic', '(c) nearest mean', '(d) max cosine'] as const
export type JudgeName = (typeof judgeNames)[number]

/** What peers cut cosines at has to be one number for all; this one is best for them on the tuning half. */
export const peerThreshold = 0.55

/** Winnow and what it is compared with, after this lesson. Without examples, (b) and (c) know nothing and are left out. */
export function makeJudges(task: Task, lesson: Lesson): ReadonlyMap<JudgeName, Judge> {
  const { sure } = cutsFor(0.5)
  const taught = teachClassifier(task.words, examplesOf(task, lesson), task.reference).classifier
  const judges = new Map<JudgeName, Judge>([
    ['Winnow', affine(taught.weights, taught.bias - sure)],
    ['(a) words', affine(task.words.weights, task.words.bias - sure)],
    ['(d) max cosine', maxCosine(task, lesson)],
  ])
  if (lesson.yes.length > 0 && lesson.no.length > 0) {
    judges.set('(b) logistic', plainLogistic(task, lesson))
    judges.set('(c) nearest mean', nearestMean(task, lesson))
  }
  return judges
}

function affine(weights: Float32Array, bias: number): Judge {
  return (photo) => dot(weights, photo) + bias
}

export function examplesOf(task: Task, { yes, no }: Pick<Lesson, 'yes' | 'no'>): readonly Example[] {
  return [...yes, ...no].map((i) => ({ embedding: photoOf(task, i), isYes: task.isYes[i]! }))
}

/** Logistic regression as in scikit-learn with C = 10, cut at even odds. */
function plainLogistic(task: Task, lesson: Lesson): Judge {
  const examples = examplesOf(task, lesson)
  const data = new Float32Array(examples.length * task.photos.dim)
  examples.forEach(({ embedding }, i) => data.set(embedding, i * task.photos.dim))
  const features = { data, rows: examples.length, dim: task.photos.dim }
  const fit = fitByKernel(
    {
      features,
      targets: Float64Array.from(examples, ({ isYes }) => (isYes ? 1 : 0)),
      weights: new Float64Array(examples.length).fill(1),
      offsets: new Float64Array(examples.length),
      pull: 0.1,
      interceptVariance: 1e4,
    },
    gramMatrix(features),
  )
  const weights = Float32Array.from(fit.change)
  return (photo) => dot(weights, photo) + fit.intercept
}

/** Whether a photo is nearer to the mean of the yes examples than to that of the no examples. */
function nearestMean(task: Task, lesson: Lesson): Judge {
  const yes = meanVector(lesson.yes.map((i) => photoOf(task, i)))
  const no = meanVector(lesson.no.map((i) => photoOf(task, i)))
  const middle = (dot(no, no) - dot(yes, yes)) / 2
  return (photo) => dot(yes, photo) - dot(no, photo) + middle
}

/** The best cosine with the words or any yes example. */
function maxCosine(task: Task, lesson: Lesson): Judge {
  const wanted = [task.direction, ...lesson.yes.map((i) => photoOf(task, i))]
  return (photo) => Math.max(...wanted.map((one) => dot(one, photo))) - peerThreshold
}
