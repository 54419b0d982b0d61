import type { CategoryClassifier } from '../tagging/category-classifier.ts'
import type { Example } from './example.ts'
import type { ScoreReference } from './score-reference.ts'
import type { TaughtCategory } from './teach-classifier.ts'

/** Why a photo scores as it does. Parts are log-odds: above zero speaks for the category, below against. */
export interface ScoreExplanation {
  /** What an ordinary photo of the background scores. */
  readonly ordinary: number
  /** What the words add to that for this photo. */
  readonly words: number
  /** What the answers add. `ordinary + words + examples` is the score. */
  readonly examples: number
  /** The words' part of what moved the score, whichever way; 0 to 1, the rest is the examples'. */
  readonly wordsShare: number
  /** Indices of the yes and of the no answers most alike, most alike first. */
  readonly nearestYes: readonly NearExample[]
  readonly nearestNo: readonly NearExample[]
}

export interface NearExample {
  readonly index: number
  /** Cosine between the two photos, seen from the average photo: 1 for the same, around 0 for photos that have nothing in common. */
  readonly likeness: number
}

/** `examples` are those the category was taught with, `most` how many near ones of each kind are named. */
export function explainScore(
  embedding: Float32Array,
  words: CategoryClassifier,
  taught: TaughtCategory,
  examples: readonly Example[],
  reference: ScoreReference,
  most: number,
): ScoreExplanation {
  const { mean } = reference
  let ordinary = taught.classifier.bias
  let byWords = 0
  let byExamples = 0
  for (let i = 0; i < mean.length; i++) {
    const above = embedding[i]! - mean[i]!
    ordinary += taught.classifier.weights[i]! * mean[i]!
    byWords += taught.wordsFactor * words.weights[i]! * above
    byExamples += taught.lesson[i]! * above
  }
  const moved = Math.abs(byWords) + Math.abs(byExamples)
  const nearest = (isYes: boolean): readonly NearExample[] =>
    examples
      .flatMap((example, index) =>
        example.isYes === isYes ? [{ index, likeness: likeness(embedding, example.embedding, mean) }] : [],
      )
      .toSorted((a, b) => b.likeness - a.likeness || a.index - b.index)
      .slice(0, most)
  return {
    ordinary,
    words: byWords,
    examples: byExamples,
    wordsShare: moved > 0 ? Math.abs(byWords) / moved : 1,
    nearestYes: nearest(true),
    nearestNo: nearest(false),
  }
}

/** Photo and photo only: a cosine of words and photo lives on another scale (the modality gap) and is never set beside it. */
function likeness(a: Float32Array, b: Float32Array, mean: Float32Array): number {
  let inner = 0
  let squaresA = 0
  let squaresB = 0
  for (let i = 0; i < mean.length; i++) {
    const fromA = a[i]! - mean[i]!
    const fromB = b[i]! - mean[i]!
    inner += fromA * fromB
    squaresA += fromA * fromA
    squaresB += fromB * fromB
  }
  return squaresA > 0 && squaresB > 0 ? inner / Math.sqrt(squaresA * squaresB) : 0
}
