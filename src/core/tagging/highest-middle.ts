import type { VectorMatrix } from '../vector/vector-matrix.ts'
import { backgroundLevel } from './background-level.ts'
import { scoreBackground } from './score-background.ts'

/** A word whose ordinary photos lie so many deviations above those of other words is what this library is about. */
const reach = 1.5
/** What the quartiles of a normal distribution span, in standard deviations. */
const normalQuartileRange = 1.349
/** Enough for steady quartiles, few enough to take a tenth of a second. */
const sampleCount = 120

/**
 * The cosine above which no word's ordinary photos are believed to lie, for a background that was learned from a person's own library:
 * words differ in where unrelated photos lie, and a word far above the others (upper quartile and beyond) is one that most of
 * these photos show. Throws a RangeError for no directions.
 */
export function highestMiddle(directions: readonly Float32Array[], background: VectorMatrix): number {
  if (directions.length === 0) throw new RangeError('highestMiddle: no directions')
  const step = Math.max(1, Math.floor(directions.length / sampleCount))
  const middles = directions
    .filter((_, i) => i % step === 0)
    .map((direction) => backgroundLevel(scoreBackground(direction, background)).middle)
    .toSorted((a, b) => a - b)
  const at = (share: number): number => middles[Math.floor((middles.length - 1) * share)]!
  return at(0.5) + reach * ((at(0.75) - at(0.25)) / normalQuartileRange)
}
