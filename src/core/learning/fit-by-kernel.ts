import { factorise, inverseDiagonal, solve } from './cholesky.ts'
import { sigmoid, softplus } from './logistic.ts'
import type { LogisticFit, LogisticProblem } from './logistic-problem.ts'

/** A fit that also says what each answer would have been taken for, had it not been given. */
export interface KernelFit extends LogisticFit {
  /** Log-odds of each row as fitted. */
  readonly logits: Float64Array
  /** Log-odds of each row if that row were left out. */
  readonly leftOutLogits: Float64Array
  /** The multiplier of each row: change = Σ αᵢ · xᵢ / pull. Start of the next fit of the same rows. */
  readonly multipliers: Float64Array
}

const mostSteps = 50
const tolerance = 1e-7
/** Keeps 1/curvature finite for answers that are certain; their left-out log-odds then move by less than 1e-6. */
const leastCurvature = 1e-9

/**
 * Solves a logistic problem in its dual: one unknown a row, Newton's method on the kernel K = X·Xᵀ/pull + interceptVariance
 * (Rasmussen & Williams 2006, algorithm 3.1, with step halving). Right for up to a few hundred rows; a step costs rows³/6.
 *
 * Leaving each row out in turn needs no further fits: it is read off the last Newton step (the cavity mean of Opper &
 * Winther 2000; approximate leave-one-out of Beirami et al. 2017). `gram` is `gramMatrix(problem.features)`.
 */
export function fitByKernel(problem: LogisticProblem, gram: Float64Array, start?: Float64Array): KernelFit {
  const { features, targets, weights, offsets, pull, interceptVariance } = problem
  const size = features.rows
  const kernel = gram.map((product) => product / pull + interceptVariance)
  let multipliers = start?.slice() ?? new Float64Array(size)
  let learned = multiply(kernel, size, multipliers)
  let loss = lossOf(problem, multipliers, learned)

  for (let step = 0; step < mostSteps; step++) {
    const { curvature, factor } = newtonSystem(problem, kernel, learned)
    const rootCurvature = curvature.map(Math.sqrt)
    const wanted = new Float64Array(size)
    for (let i = 0; i < size; i++) {
      wanted[i] = curvature[i]! * learned[i]! + weights[i]! * (targets[i]! - sigmoid(offsets[i]! + learned[i]!))
    }
    const inner = multiply(kernel, size, wanted)
    for (let i = 0; i < size; i++) inner[i]! *= rootCurvature[i]!
    solve(factor, size, inner)
    const direction = wanted.map((value, i) => value - rootCurvature[i]! * inner[i]! - multipliers[i]!)

    let length = 1
    let nextLoss = loss
    let nextMultipliers = multipliers
    let nextLearned = learned
    for (; length > 1e-6; length /= 2) {
      nextMultipliers = multipliers.map((value, i) => value + length * direction[i]!)
      nextLearned = multiply(kernel, size, nextMultipliers)
      nextLoss = lossOf(problem, nextMultipliers, nextLearned)
      if (nextLoss <= loss) break
    }
    if (!(nextLoss <= loss)) break
    const gained = loss - nextLoss
    multipliers = nextMultipliers
    learned = nextLearned
    loss = nextLoss
    if (gained < tolerance * (1 + Math.abs(loss))) break
  }

  const logits = learned.map((value, i) => offsets[i]! + value)
  return {
    change: combineRows(problem, multipliers),
    intercept: interceptVariance * multipliers.reduce((sum, value) => sum + value, 0),
    logits,
    leftOutLogits: leaveOut(problem, kernel, learned, logits),
    multipliers,
  }
}

/** Curvature of the loss at each row, and the factor of I + √H·K·√H. */
function newtonSystem(
  { weights, offsets }: LogisticProblem,
  kernel: Float64Array,
  learned: Float64Array,
): { curvature: Float64Array; factor: Float64Array } {
  const size = learned.length
  const curvature = learned.map((value, i) => {
    const p = sigmoid(offsets[i]! + value)
    return Math.max(weights[i]! * p * (1 - p), leastCurvature)
  })
  const root = curvature.map(Math.sqrt)
  const factor = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) factor[i * size + j] = root[i]! * kernel[i * size + j]! * root[j]!
    factor[i * size + i]! += 1
  }
  factorise(factor, size)
  return { curvature, factor }
}

function leaveOut(
  problem: LogisticProblem,
  kernel: Float64Array,
  learned: Float64Array,
  logits: Float64Array,
): Float64Array {
  const { curvature, factor } = newtonSystem(problem, kernel, learned)
  const diagonal = inverseDiagonal(factor, learned.length)
  return logits.map((logit, i) => {
    const gradient = problem.weights[i]! * (problem.targets[i]! - sigmoid(logit))
    const variance = (1 / diagonal[i]! - 1) / curvature[i]!
    return logit - gradient * variance
  })
}

function lossOf(problem: LogisticProblem, multipliers: Float64Array, learned: Float64Array): number {
  let loss = 0
  for (let i = 0; i < learned.length; i++) {
    const logit = problem.offsets[i]! + learned[i]!
    loss += problem.weights[i]! * (softplus(logit) - problem.targets[i]! * logit) + (multipliers[i]! * learned[i]!) / 2
  }
  return loss
}

function multiply(matrix: Float64Array, size: number, vector: Float64Array): Float64Array {
  const product = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    let sum = 0
    for (let j = 0; j < size; j++) sum += matrix[i * size + j]! * vector[j]!
    product[i] = sum
  }
  return product
}

function combineRows({ features, pull }: LogisticProblem, multipliers: Float64Array): Float64Array {
  const change = new Float64Array(features.dim)
  for (let row = 0; row < features.rows; row++) {
    const share = multipliers[row]! / pull
    const start = row * features.dim
    for (let i = 0; i < features.dim; i++) change[i]! += share * features.data[start + i]!
  }
  return change
}
