import { findContradictions } from '../../core/learning/find-contradictions.ts'
import type { ScoreReference } from '../../core/learning/score-reference.ts'
import { spreadSample } from '../../core/learning/spread-sample.ts'
import { teachClassifier } from '../../core/learning/teach-classifier.ts'
import { teachWithHints } from '../../core/learning/teach-with-hints.ts'
import type { CategoryClassifier } from '../../core/tagging/category-classifier.ts'
import { dot } from '../../core/vector/dot.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import { evenSample } from '../tagging/even-sample.ts'
import type { Answered } from './gather-answers.ts'
import type { Taught } from './taught.ts'

/** "Yes to all of these" may be about the whole library; beyond this many answers, more of a kind teach nothing new. */
const mostLearned = 10_000
/** Photos among which guesses are looked for. */
const mostUnanswered = 1500

/** What was learned last is often wanted again: the editor shows what an answer made of a category. */
const mostRemembered = 4
const remembered = new WeakMap<ActiveModel, Map<string, Taught>>()

export interface Lesson {
  readonly words: CategoryClassifier
  readonly answers: readonly Answered[]
  readonly reference: ScoreReference
  readonly useHints: boolean
  /** Names all of this: the same key gives the same category. */
  readonly key: string
}

/** A category from its words and all answers, from scratch; null while nothing was answered, so that the words are all. */
export function learnCategory(model: ActiveModel, lesson: Lesson): Taught | null {
  if (lesson.answers.length === 0) return null
  const last = remembered.get(model) ?? new Map<string, Taught>()
  remembered.set(model, last)
  const taught = last.get(lesson.key) ?? learn(model, lesson)
  last.delete(lesson.key)
  last.set(lesson.key, taught)
  const oldest = last.keys().next()
  if (last.size > mostRemembered && oldest.done === false) last.delete(oldest.value)
  return taught
}

function learn(model: ActiveModel, { words, answers: all, reference, useHints }: Lesson): Taught {
  const answers = spreadSample(all, mostLearned).map((index) => all[index]!)
  const { taught, usedHints } = useHints
    ? teachWithHints(words, answers, reference, unansweredSample(model, all))
    : { taught: teachClassifier(words, answers, reference), usedHints: false }
  const { weights, bias } = taught.classifier
  const scores = Float32Array.from(answers, ({ embedding }) => dot(weights, embedding) + bias)
  const yesCount = all.filter(({ isYes }) => isYes).length
  return {
    category: taught,
    yesCount,
    noCount: all.length - yesCount,
    contradictionCount: findContradictions(answers, scores).length,
    usedHints,
  }
}

/** Photos at even distances that nobody answered about. */
function unansweredSample({ matrix }: ActiveModel, answers: readonly Answered[]): VectorMatrix {
  const answered = new Set(answers.map(({ photoId }) => photoId))
  return evenSample(matrix, mostUnanswered, (photoId) => !answered.has(photoId))
}
