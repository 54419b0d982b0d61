import type { CategoryClassifier } from '../tagging/category-classifier.ts'
import { cutsFor } from '../tagging/probability.ts'
import { dot } from '../vector/dot.ts'
import type { VectorMatrix } from '../vector/vector-matrix.ts'
import { rowOf } from '../vector/vector-matrix.ts'
import type { Example } from './example.ts'
import { softplus } from './logistic.ts'
import { oneOrder } from './one-order.ts'
import type { ScoreReference } from './score-reference.ts'
import { teachClassifier } from './teach-classifier.ts'
import type { TaughtCategory } from './teach-classifier.ts'

export interface HintedCategory {
  readonly taught: TaughtCategory
  /** Whether what Winnow guessed of unanswered photos was taken in. */
  readonly usedHints: boolean
}

const folds = 5
/** Fewer answers can't tell whether guesses help. */
const leastAnswers = 10
const mostHints = 64
/** Hints must lower the loss on answers they have not seen by this share, so that chance alone seldom lets them in. */
const leastGain = 0.05

/**
 * Self-training (noisy student; Xie et al. 2020): the surest guesses about photos nobody answered are taken as weak answers, and
 * kept only when, with part of the person's answers set aside, they make Winnow predict those better. Off unless the person
 * turns it on: it costs eleven times the time of `teachClassifier`, and helps where a category has many photos alike.
 *
 * `unanswered` is a sample of photos of the library without an answer; a few thousand rows are enough.
 */
export function teachWithHints(
  words: CategoryClassifier,
  examples: readonly Example[],
  reference: ScoreReference,
  unanswered: VectorMatrix,
): HintedCategory {
  const plain = teachClassifier(words, examples, reference)
  const yes = examples.filter(({ isYes }) => isYes).length
  if (examples.length < leastAnswers || yes < folds - 2 || examples.length - yes < folds - 2) {
    return { taught: plain, usedHints: false }
  }
  const ordered = oneOrder(examples).map((index) => examples[index]!)
  let plainLoss = 0
  let hintedLoss = 0
  for (let fold = 0; fold < folds; fold++) {
    const kept = ordered.filter((_, i) => foldOf(ordered, i) !== fold)
    const aside = ordered.filter((_, i) => foldOf(ordered, i) === fold)
    const without = teachClassifier(words, kept, reference)
    const hinted = teachClassifier(words, kept, reference, surestGuesses(without.classifier, unanswered))
    plainLoss += lossOn(aside, without.classifier)
    hintedLoss += lossOn(aside, hinted.classifier)
  }
  if (hintedLoss > plainLoss * (1 - leastGain)) return { taught: plain, usedHints: false }
  const hints = surestGuesses(plain.classifier, unanswered)
  return { taught: teachClassifier(words, examples, reference, hints), usedHints: hints.length > 0 }
}

/** Every fold gets its part of the yes and of the no answers. */
function foldOf(examples: readonly Example[], index: number): number {
  let sameBefore = 0
  for (let i = 0; i < index; i++) if (examples[i]!.isYes === examples[index]!.isYes) sameBefore++
  return sameBefore % folds
}

/** The highest scores that the strictest person would be shown as yes, and as many of the photos just not asked about as no. */
function surestGuesses({ weights, bias }: CategoryClassifier, photos: VectorMatrix): readonly Example[] {
  const { sure } = cutsFor(0.7)
  const { unsure } = cutsFor(0.3)
  const scores = Float32Array.from({ length: photos.rows }, (_, row) => dot(weights, rowOf(photos, row)) + bias)
  const rows = [...scores.keys()].toSorted((a, b) => scores[b]! - scores[a]! || a - b)
  const yes = rows.filter((row) => scores[row]! >= sure).slice(0, mostHints / 2)
  const no = rows.filter((row) => scores[row]! < unsure).slice(0, yes.length)
  return [...yes, ...no].map((row) => ({ embedding: rowOf(photos, row), isYes: scores[row]! >= sure }))
}

function lossOn(answers: readonly Example[], { weights, bias }: CategoryClassifier): number {
  let loss = 0
  for (const { embedding, isYes } of answers) {
    const score = dot(weights, embedding) + bias
    loss += softplus(isYes ? -score : score)
  }
  return loss
}
