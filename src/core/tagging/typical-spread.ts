import type { VectorMatrix } from '../vector/vector-matrix.ts'
import { backgroundLevel } from './background-level.ts'
import { scoreBackground } from './score-background.ts'

/** Enough for a steady median, few enough to take a tenth of a second. */
const sampleCount = 60

/**
 * How far scores of one word usually scatter in this model, in cosine: the median over (a sample of) unit directions of
 * many categories. Scatter is mostly the model's and only partly the word's, so `wordsClassifier` leans on it. Computed once
 * a model, from the built-in vocabulary. Throws a RangeError for no directions.
 */
export function typicalSpread(directions: readonly Float32Array[], background: VectorMatrix): number {
  if (directions.length === 0) throw new RangeError('typicalSpread: no directions')
  const step = Math.max(1, Math.floor(directions.length / sampleCount))
  const spreads = directions
    .filter((_, i) => i % step === 0)
    .map((direction) => backgroundLevel(scoreBackground(direction, background)).spread)
    .toSorted((a, b) => a - b)
  return spreads[spreads.length >> 1]!
}
