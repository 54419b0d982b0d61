import { meanVector } from '../vector/mean-vector.ts'
import { normalise } from '../vector/normalise.ts'

/** How much of what a category is *not* is taken away. At 1, "cat" without "black cat" would lose most of "cat" itself. */
const negativeShare = 0.5

/**
 * One direction for several phrases of one category, minus what it is not. Both lists hold unit vectors from
 * `zeroShotDirection`; `words` has at least one, else a RangeError. The result is a unit vector.
 */
export function combineWords(words: readonly Float32Array[], notWords: readonly Float32Array[]): Float32Array {
  const is = normalise(meanVector(words))
  if (notWords.length === 0) return is
  const isNot = normalise(meanVector(notWords))
  return normalise(is.map((value, i) => value - negativeShare * isNot[i]!))
}
