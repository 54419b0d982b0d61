import type { CategoryClassifier } from '../tagging/category-classifier.ts'
import { normalise } from '../vector/normalise.ts'
import type { VectorMatrix } from '../vector/vector-matrix.ts'
import type { Example } from './example.ts'
import { scoreReference } from './score-reference.ts'
import type { ScoreReference } from './score-reference.ts'

/** Numbers from 0 to 1, always the same for a seed (a linear congruential generator; the low bits are not used). */
export function madeUpNumbers(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) / 2 ** 24
  }
}

/** Unit vectors around one direction: photos that show a category, when `strength` is high. */
export interface MadeUpWorld {
  readonly dim: number
  readonly reference: ScoreReference
  readonly words: CategoryClassifier
  photo(isYes: boolean): Float32Array
  examples(yes: number, no: number): Example[]
}

/**
 * A category whose photos stand out along one axis, and words that see it only partly: their direction leans `wordsLean` of the
 * way to an axis that has nothing to do with it.
 */
export function madeUpWorld(seed: number, wordsLean = 0.5, dim = 24): MadeUpWorld {
  const random = madeUpNumbers(seed)
  const noise = (): number => random() + random() + random() + random() - 2
  const photo = (isYes: boolean): Float32Array => {
    const vector = Float32Array.from({ length: dim }, noise)
    if (isYes) vector[0]! += 2.2
    return normalise(vector)
  }
  const many = (rows: number): VectorMatrix => {
    const data = new Float32Array(rows * dim)
    for (let row = 0; row < rows; row++) data.set(photo(false), row * dim)
    return { data, rows, dim }
  }
  const direction = new Float32Array(dim)
  direction[0] = 1 - wordsLean
  direction[1] = wordsLean
  const unit = normalise(direction)
  return {
    dim,
    reference: scoreReference(many(300)),
    words: { weights: unit.map((value) => value * 6), bias: -4, flat: false },
    photo,
    examples: (yes, no) => [
      ...Array.from({ length: yes }, () => ({ embedding: photo(true), isYes: true })),
      ...Array.from({ length: no }, () => ({ embedding: photo(false), isYes: false })),
    ],
  }
}
