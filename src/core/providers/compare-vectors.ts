/** What the vectors of a provider are worth beside the processor's. */
export interface Comparison {
  readonly isRight: boolean
  /** Lowest cosine of two vectors of one picture; null when a number is not finite. */
  readonly similarity: number | null
}

/** float16 arithmetic stays above; a wrong kernel does not. */
const lowestCosine = 0.999

/**
 * Compares what two providers made of the same pictures.
 * @param reference of the processor, in float32, `dim` numbers a picture, of any length
 * @param given of the provider that is tested
 * @throws RangeError when the reference is no whole number of vectors
 */
export function compareVectors(reference: Float32Array, given: Float32Array, dim: number): Comparison {
  if (reference.length === 0 || reference.length % dim !== 0) {
    throw new RangeError(`compareVectors: ${reference.length} numbers are not whole vectors of ${dim}`)
  }
  if (given.length !== reference.length || !given.every(Number.isFinite)) return { isRight: false, similarity: null }
  let lowest = 1
  for (let at = 0; at < reference.length; at += dim) {
    lowest = Math.min(lowest, cosine(reference.subarray(at, at + dim), given.subarray(at, at + dim)))
  }
  return { isRight: lowest >= lowestCosine, similarity: lowest }
}

/** 0 where one of them has no length: it looks like nothing. */
function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0
  let squaresA = 0
  let squaresB = 0
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!
    squaresA += a[i]! * a[i]!
    squaresB += b[i]! * b[i]!
  }
  return squaresA === 0 || squaresB === 0 ? 0 : product / Math.sqrt(squaresA * squaresB)
}
