import { dot } from '../vector/dot.ts'

/** A photo about which the person has answered, for one category. */
export interface Example {
  /** Unit vector; all numbers of the model's embedding, also those that words don't reach. */
  readonly embedding: Float32Array
  readonly isYes: boolean
}

/**
 * Throws a RangeError unless every embedding has `dim` finite numbers and some length: one bad vector would spoil the
 * whole category without a trace.
 */
export function checkExamples(examples: readonly Example[], dim: number): void {
  examples.forEach(({ embedding }, i) => {
    if (embedding.length !== dim) throw new RangeError(`Example ${i} has ${embedding.length} numbers, not ${dim}`)
    const squaredLength = dot(embedding, embedding)
    if (!Number.isFinite(squaredLength)) throw new RangeError(`Example ${i} has a number that is not finite`)
    if (squaredLength < 1e-6) throw new RangeError(`Example ${i} is a vector of zeros`)
  })
}
