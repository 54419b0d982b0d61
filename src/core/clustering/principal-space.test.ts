import { expect, test } from 'vitest'
import { madeUpNumbers } from '../learning/made-up-photos.fixture.ts'
import { dot } from '../vector/dot.ts'
import { rowOf } from '../vector/vector-matrix.ts'
import type { VectorMatrix } from '../vector/vector-matrix.ts'
import { principalSpace } from './principal-space.ts'
import { runToEnd } from './run-to-end.fixture.ts'

/** Rows that differ in `rank` directions, and hardly in any other. */
function ofRank(seed: number, rows: number, dim: number, rank: number): VectorMatrix {
  const random = madeUpNumbers(seed)
  const directions = Float32Array.from({ length: rank * dim }, () => random() - 0.5)
  const data = new Float32Array(rows * dim)
  for (let r = 0; r < rows; r++) {
    for (let k = 0; k < rank; k++) {
      const share = random() - 0.5
      for (let i = 0; i < dim; i++) data[r * dim + i]! += share * directions[k * dim + i]!
    }
    for (let i = 0; i < dim; i++) data[r * dim + i]! += 0.3 + 0.001 * random()
  }
  return { data, rows, dim }
}

/** The cosine of two rows as seen from the mean of all, in double precision. */
function cosinesFromMean({ data, rows, dim }: VectorMatrix): (a: number, b: number) => number {
  const mean = Array.from({ length: dim }, (_, i) => {
    let sum = 0
    for (let r = 0; r < rows; r++) sum += data[r * dim + i]!
    return sum / rows
  })
  const inner = (a: number, b: number): number =>
    mean.reduce((sum, middle, i) => sum + (data[a * dim + i]! - middle) * (data[b * dim + i]! - middle), 0)
  return (a, b) => inner(a, b) / Math.sqrt(inner(a, a) * inner(b, b))
}

test('keeps the cosines of rows that differ in few directions', () => {
  const matrix = ofRank(1, 80, 40, 4)
  const space = runToEnd(principalSpace(matrix, 6)).result
  const cosine = cosinesFromMean(matrix)
  expect([space.rows, space.dim]).toEqual([80, 6])
  for (let a = 0; a < 80; a += 7) {
    for (let b = 0; b < 80; b += 5) expect(dot(rowOf(space, a), rowOf(space, b))).toBeCloseTo(cosine(a, b), 2)
  }
})

test('with all directions kept, it is the cosine itself', () => {
  const matrix = ofRank(2, 30, 6, 6)
  const space = runToEnd(principalSpace(matrix, 10)).result
  const cosine = cosinesFromMean(matrix)
  expect(space.dim).toBe(6)
  for (let a = 0; a < 30; a++) expect(dot(rowOf(space, a), rowOf(space, 0))).toBeCloseTo(cosine(a, 0), 3)
})

test('rows that are all the same come back as zeros, and no rows as none', () => {
  const same = runToEnd(principalSpace({ data: new Float32Array(20).fill(0.5), rows: 5, dim: 4 }, 2)).result
  expect([...same.data].every((value) => value === 0)).toBe(true)
  expect(runToEnd(principalSpace({ data: new Float32Array(0), rows: 0, dim: 4 }, 2)).result.data).toHaveLength(0)
})
