import { sigmoid, softplus } from './logistic.ts'
import type { LogisticFit, LogisticProblem } from './logistic-problem.ts'
import { rowProducts } from './row-products.ts'
import type { RowProducts } from './row-products.ts'

export interface DescentLimits {
  /** Most passes over the rows. */
  readonly passes: number
  /** Done when a pass improves the loss by less than this share of it. */
  readonly tolerance: number
}

/** Enough for weights that rank photos the same as the exact solution. */
const quickLimits: DescentLimits = { passes: 40, tolerance: 5e-4 }
/** How many past steps stand for the curvature. */
const memory = 8

/**
 * Solves a logistic problem in its weights by L-BFGS (Nocedal & Wright 2006, algorithm 7.5, with backtracking). A pass costs two
 * readings of the rows, so it is the way for hundreds to tens of thousands of rows. `start` saves passes.
 */
export function fitByDescent(
  problem: LogisticProblem,
  start?: LogisticFit,
  limits: DescentLimits = quickLimits,
): LogisticFit {
  const dim = problem.features.dim
  const products = rowProducts(problem.features)
  // The intercept is the last unknown.
  let at = new Float64Array(dim + 1)
  if (start !== undefined) {
    at.set(start.change)
    at[dim] = start.intercept
  }
  let { loss, gradient } = lossAndGradient(problem, products, at)
  const steps: { step: Float64Array; turn: Float64Array; scale: number }[] = []

  for (let pass = 0; pass < limits.passes; pass++) {
    const direction = descentDirection(gradient, steps)
    const slope = inner(direction, gradient)
    // Before anything is known of the curvature, the gradient's own length is far too long a step.
    let length = steps.length === 0 ? 1 / Math.max(1, Math.sqrt(inner(gradient, gradient))) : 1
    let next = at
    let reached = { loss, gradient }
    for (; length > 1e-10; length /= 3) {
      next = at.map((value, i) => value + length * direction[i]!)
      reached = lossAndGradient(problem, products, next)
      if (reached.loss <= loss + 1e-4 * length * slope) break
    }
    if (!(reached.loss < loss)) break
    const step = next.map((value, i) => value - at[i]!)
    const turn = reached.gradient.map((value, i) => value - gradient[i]!)
    const curvature = inner(step, turn)
    if (curvature > 1e-12) steps.push({ step, turn, scale: 1 / curvature })
    if (steps.length > memory) steps.shift()
    const gained = loss - reached.loss
    at = next
    loss = reached.loss
    gradient = reached.gradient
    if (gained < limits.tolerance * (Math.abs(loss) + 1e-9)) break
  }
  return { change: at.slice(0, dim), intercept: at[dim]! }
}

/** The two-loop recursion: minus the gradient, bent by what the last steps showed of the curvature. */
function descentDirection(
  gradient: Float64Array,
  steps: readonly { readonly step: Float64Array; readonly turn: Float64Array; readonly scale: number }[],
): Float64Array {
  const direction = gradient.map((value) => -value)
  const shares: number[] = []
  for (const { step, turn, scale } of steps.toReversed()) {
    const share = scale * inner(step, direction)
    shares.push(share)
    add(direction, turn, -share)
  }
  const last = steps.at(-1)
  if (last !== undefined) {
    const size = 1 / (last.scale * inner(last.turn, last.turn))
    for (let i = 0; i < direction.length; i++) direction[i]! *= size
  }
  for (const { step, turn, scale } of steps) add(direction, step, shares.pop()! - scale * inner(turn, direction))
  return direction
}

function lossAndGradient(
  { features: { rows, dim }, targets, weights, offsets, pull, interceptVariance }: LogisticProblem,
  products: RowProducts,
  at: Float64Array,
): { loss: number; gradient: Float64Array } {
  const intercept = at[dim]!
  const learned = products.multiply(at.subarray(0, dim))
  let loss = (intercept * intercept) / (2 * interceptVariance)
  const errors = new Float64Array(rows)
  let errorSum = 0
  for (let row = 0; row < rows; row++) {
    const logit = offsets[row]! + intercept + learned[row]!
    loss += weights[row]! * (softplus(logit) - targets[row]! * logit)
    errors[row] = weights[row]! * (sigmoid(logit) - targets[row]!)
    errorSum += errors[row]!
  }
  const gradient = new Float64Array(dim + 1)
  gradient.set(products.addUp(errors))
  for (let i = 0; i < dim; i++) {
    loss += (pull * at[i]! * at[i]!) / 2
    gradient[i]! += pull * at[i]!
  }
  gradient[dim] = intercept / interceptVariance + errorSum
  return { loss, gradient }
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function add(to: Float64Array, vector: Float64Array, share: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += share * vector[i]!
}
