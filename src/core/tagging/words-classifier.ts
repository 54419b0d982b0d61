import { combineWords } from '../clip/combine-words.ts'
import { dot } from '../vector/dot.ts'
import { rowOf } from '../vector/vector-matrix.ts'
import type { VectorMatrix } from '../vector/vector-matrix.ts'
import type { CategoryClassifier } from './category-classifier.ts'

/**
 * A category from its words alone. `words` and `notWords` hold one unit vector a phrase (`zeroShotDirection`), `background`
 * the embeddings of neutral photos that come with the model, `library` a sample of the person's own, as it grows.
 */
export function wordsClassifier(input: {
  readonly words: readonly Float32Array[]
  readonly notWords: readonly Float32Array[]
  readonly background: VectorMatrix
  readonly library?: VectorMatrix
}): CategoryClassifier {
  const direction = combineWords(input.words, input.notWords)
  const { background } = input
  let sum = 0
  let squares = 0
  for (let row = 0; row < background.rows; row++) {
    const cosine = dot(direction, rowOf(background, row))
    sum += cosine
    squares += cosine * cosine
  }
  const mean = sum / background.rows
  const deviation = Math.sqrt(Math.max(squares / background.rows - mean * mean, 1e-8))
  return { weights: direction.map((value) => value / deviation), bias: -mean / deviation, flat: deviation < 0.02 }
}
