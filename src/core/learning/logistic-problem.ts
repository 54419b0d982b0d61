import type { VectorMatrix } from '../vector/vector-matrix.ts'

/**
 * L2-regularised logistic regression around a given answer: find the weights δ and the intercept c that minimise
 *
 *   Σ wᵢ · loss(yᵢ, oᵢ + δ·xᵢ + c) + pull/2 · |δ|² + c² / (2 · interceptVariance)
 *
 * where the offset oᵢ is what the prior says in log-odds. With no rows, δ and c are zero: the prior alone.
 */
export interface LogisticProblem {
  /** One row xᵢ an answer. */
  readonly features: VectorMatrix
  /** 1 for yes, 0 for no. */
  readonly targets: Float64Array
  /** How much an answer counts, above zero. */
  readonly weights: Float64Array
  /** Log-odds before learning. */
  readonly offsets: Float64Array
  /** Above zero. The weaker, the sooner answers outweigh the prior. */
  readonly pull: number
  /** Above zero. */
  readonly interceptVariance: number
}

export interface LogisticFit {
  /** δ, as many numbers as a row of features. */
  readonly change: Float64Array
  readonly intercept: number
}
