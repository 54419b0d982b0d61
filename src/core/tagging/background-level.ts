/** How a category's words score on photos that mostly don't show it. In the unit of the scores: cosine. */
export interface BackgroundLevel {
  /** Where an ordinary photo lies. */
  readonly middle: number
  /** How far ordinary photos scatter around it: a standard deviation that outliers can't drive up. Above zero. */
  readonly spread: number
  /** How far the highest 0.5 % (at least five) stand above the middle, in quartile deviations; 2.9 for a normal distribution. */
  readonly reach: number
}

/** What the quartiles of a normal distribution span, in standard deviations. */
const normalQuartileRange = 1.349
/** A photo counts as standing out at most this many deviations, so that the photos that do show it don't widen the spread. */
const clip = 3
const smallestSpread = 1e-6

/**
 * Robust location and scale of scores (median; clipped second moment, as in Huber's proposal 2): a background holds some
 * photos that do show the category, and for "dog" they are many. Throws a RangeError for fewer than five scores.
 */
export function backgroundLevel(scores: Float32Array): BackgroundLevel {
  const { length } = scores
  if (length < 5) throw new RangeError(`backgroundLevel: ${length} scores`)
  const sorted = scores.toSorted()
  const middle = sorted[length >> 1]!
  const deviation = Math.max(
    (sorted[Math.floor(length * 0.75)]! - sorted[Math.floor(length * 0.25)]!) / normalQuartileRange,
    smallestSpread,
  )
  let squares = 0
  for (const score of sorted) {
    const clipped = Math.max(-clip * deviation, Math.min(clip * deviation, score - middle))
    squares += clipped * clipped
  }
  const highest = sorted.subarray(length - Math.max(5, Math.floor(length / 200)))
  let above = 0
  for (const score of highest) above += (score - middle) / highest.length
  return { middle, spread: Math.max(Math.sqrt(squares / length), smallestSpread), reach: above / deviation }
}
