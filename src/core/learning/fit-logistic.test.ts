import { describe, expect, test } from 'vitest'
import { fitByDescent } from './fit-by-descent.ts'
import { fitByKernel } from './fit-by-kernel.ts'
import { gramMatrix } from './gram-matrix.ts'
import type { LogisticFit, LogisticProblem } from './logistic-problem.ts'
import { madeUpNumbers } from './made-up-photos.fixture.ts'

function madeUpProblem(seed: number, rows: number, dim: number): LogisticProblem {
  const random = madeUpNumbers(seed)
  const data = Float32Array.from({ length: rows * dim }, () => random() * 2 - 1)
  return {
    features: { data, rows, dim },
    // Not quite separable: every fifth answer is turned round.
    targets: Float64Array.from({ length: rows }, (_, r) => (data[r * dim]! > 0 !== (r % 5 === 0) ? 1 : 0)),
    weights: Float64Array.from({ length: rows }, () => 0.2 + random()),
    offsets: Float64Array.from({ length: rows }, () => random() * 2 - 1),
    pull: 0.05 + random() / 2,
    interceptVariance: 4,
  }
}

/** The reference: plain gradient descent in double precision until nothing moves, written straight from the definition. */
function byPlainDescent(problem: LogisticProblem): LogisticFit {
  const { features, targets, weights, offsets, pull, interceptVariance } = problem
  const { data, rows, dim } = features
  const change = new Float64Array(dim)
  let intercept = 0
  const steepest = weights.reduce((sum, weight) => sum + weight, 0) * (dim + 1) * 0.25 + pull + 1 / interceptVariance
  for (let round = 0; round < 60_000; round++) {
    const slope = change.map((value) => pull * value)
    let interceptSlope = intercept / interceptVariance
    for (let r = 0; r < rows; r++) {
      let logit = offsets[r]! + intercept
      for (let i = 0; i < dim; i++) logit += change[i]! * data[r * dim + i]!
      const error = weights[r]! * (1 / (1 + Math.exp(-logit)) - targets[r]!)
      for (let i = 0; i < dim; i++) slope[i]! += error * data[r * dim + i]!
      interceptSlope += error
    }
    for (let i = 0; i < dim; i++) change[i]! -= slope[i]! / steepest
    intercept -= interceptSlope / steepest
  }
  return { change, intercept }
}

function withoutRow(problem: LogisticProblem, left: number): LogisticProblem {
  const { data, rows, dim } = problem.features
  const keep = <T>(values: ArrayLike<T>): T[] => Array.from(values).filter((_, r) => r !== left)
  return {
    ...problem,
    features: { data: data.filter((_, at) => Math.floor(at / dim) !== left), rows: rows - 1, dim },
    targets: Float64Array.from(keep(problem.targets)),
    weights: Float64Array.from(keep(problem.weights)),
    offsets: Float64Array.from(keep(problem.offsets)),
  }
}

const kernelFit = (problem: LogisticProblem): ReturnType<typeof fitByKernel> =>
  fitByKernel(problem, gramMatrix(problem.features))

describe('both ways to the same answer', () => {
  for (const seed of [1, 2, 3]) {
    // Fewer and more rows than numbers: the dual is small in one case, the weights in the other.
    for (const [rows, dim] of [
      [6, 12],
      [30, 4],
    ] as const) {
      test(`seed ${seed}, ${rows} rows of ${dim}`, () => {
        const problem = madeUpProblem(seed, rows, dim)
        const expected = byPlainDescent(problem)
        const kernel = kernelFit(problem)
        const descent = fitByDescent(problem, undefined, { passes: 300, tolerance: 1e-12 })
        for (const found of [kernel, descent]) {
          expect(found.intercept).toBeCloseTo(expected.intercept, 2)
          for (let i = 0; i < dim; i++) expect(found.change[i]).toBeCloseTo(expected.change[i]!, 2)
        }
      })
    }
  }
})

test('the logits of a kernel fit are those of its weights', () => {
  const problem = madeUpProblem(4, 20, 7)
  const fit = kernelFit(problem)
  for (let r = 0; r < 20; r++) {
    let logit = problem.offsets[r]! + fit.intercept
    for (let i = 0; i < 7; i++) logit += fit.change[i]! * problem.features.data[r * 7 + i]!
    expect(fit.logits[r]).toBeCloseTo(logit, 5)
  }
})

test('left-out logits foresee most of what really leaving each answer out changes', () => {
  let foreseen = 0
  let changed = 0
  for (const seed of [5, 6, 7, 8]) {
    const problem = madeUpProblem(seed, 24, 6)
    const { logits, leftOutLogits } = kernelFit(problem)
    for (let left = 0; left < 24; left++) {
      const fit = kernelFit(withoutRow(problem, left))
      let honest = problem.offsets[left]! + fit.intercept
      for (let i = 0; i < 6; i++) honest += fit.change[i]! * problem.features.data[left * 6 + i]!
      const missed = Math.abs(leftOutLogits[left]! - honest)
      const moved = Math.abs(honest - logits[left]!)
      expect(missed).toBeLessThan(0.05 + 0.5 * moved)
      foreseen += moved - missed
      changed += moved
    }
  }
  expect(foreseen / changed).toBeGreaterThan(0.8)
})

test('a fit that starts from another strength ends at the same place', () => {
  const problem = madeUpProblem(9, 15, 5)
  const gram = gramMatrix(problem.features)
  const first = fitByKernel({ ...problem, pull: 2 }, gram)
  const warm = fitByKernel(problem, gram, first.multipliers)
  const cold = fitByKernel(problem, gram)
  for (let i = 0; i < 5; i++) expect(warm.change[i]).toBeCloseTo(cold.change[i]!, 4)
})

test('with no rows the prior is left alone', () => {
  const nothing = { data: new Float32Array(0), rows: 0, dim: 3 }
  const empty = new Float64Array(0)
  const problem = { features: nothing, targets: empty, weights: empty, offsets: empty, pull: 1, interceptVariance: 1 }
  expect([...fitByDescent(problem).change, fitByDescent(problem).intercept]).toEqual([0, 0, 0, 0])
  expect([...kernelFit(problem).change, kernelFit(problem).intercept]).toEqual([0, 0, 0, 0])
})

test('opposite answers to one photo, certain answers and a weak pull stay finite', () => {
  const data = Float32Array.of(1, 0, 1, 0, 0, 1)
  const problem = {
    features: { data, rows: 3, dim: 2 },
    targets: Float64Array.of(1, 0, 1),
    weights: Float64Array.of(1, 1, 1),
    offsets: Float64Array.of(0, 0, 60),
    pull: 1e-4,
    interceptVariance: 100,
  }
  const { change, logits, leftOutLogits } = kernelFit(problem)
  expect([...change, ...logits, ...leftOutLogits].every(Number.isFinite)).toBe(true)
  expect(logits[0]).toBeCloseTo(0, 2)
})
