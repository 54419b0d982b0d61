import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeFloat16 } from '../vector/float16.ts'
import { createEmbeddingMatrix } from './embedding-matrix.ts'
import { scanQuery } from './scan-query.ts'

/** Numbers that follow the normal distribution, always the same for one seed (Box–Muller over mulberry32). */
function normalNumbers(seed: number): () => number {
  let state = seed
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

function unitVector(dim: number, next: () => number): Float32Array {
  const vector = Float32Array.from({ length: dim }, next)
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

function exactDot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < Math.min(a.length, b.length); i++) sum += a[i]! * b[i]!
  return sum
}

test.each([512, 768, 1024, 2048])('cosines of %i numbers are within 0.002 of exact ones', (dim) => {
  const next = normalNumbers(dim)
  const rows = Array.from({ length: 500 }, () => unitVector(dim, next))
  const matrix = createEmbeddingMatrix(dim)
  rows.forEach((row, i) => matrix.set(i + 1, row))
  let worst = 0
  for (let i = 0; i < 40; i++) {
    // Half of the queries are near a row, where cosines are large.
    const noise = unitVector(dim, next)
    const query =
      i % 2 === 0
        ? noise
        : unitVector(
            dim,
            (
              (j) => () =>
                rows[i]![j]! + noise[j++]! * 0.5
            )(0),
          )
    const scores = matrix.score(scanQuery(query, 0))
    rows.forEach((row, r) => (worst = Math.max(worst, Math.abs(scores[r]! - exactDot(row, query)))))
  }
  expect(worst).toBeLessThan(0.002)
  expect(worst).toBeGreaterThan(0)
})

test('any size, any prefix of the numbers, any range of rows: the affine score of each row', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 90 }),
      fc.integer(),
      fc.nat(),
      fc.nat(),
      (dim, count, seed, cut, start) => {
        const next = normalNumbers(seed)
        const rows = Array.from({ length: count }, () => unitVector(dim, next))
        const matrix = createEmbeddingMatrix(dim)
        rows.forEach((row, i) => matrix.set(i + 1, row))
        const weights = unitVector((cut % dim) + 1, next).map((value) => value * 8)
        const from = start % count
        const scores = matrix.score(scanQuery(weights, 0.5), from)
        expect(scores).toHaveLength(count - from)
        scores.forEach((score, i) => {
          // Of few numbers one may be nearly the whole vector, so that the others are rounded coarsely.
          expect(Math.abs(score - exactDot(rows[from + i]!, weights) - 0.5)).toBeLessThan(8 * 0.008)
        })
      },
    ),
    { numRuns: 60 },
  )
})

test('rows by the hundred thousand are scored block by block', () => {
  const matrix = createEmbeddingMatrix(3)
  const half = encodeFloat16(Float32Array.of(0, 1, 0))
  for (let id = 1; id <= 20_000; id++) matrix.setHalf(id, half)
  matrix.set(20_001, Float32Array.of(1, 0, 0))
  const scores = matrix.score(scanQuery(Float32Array.of(2), 1))
  expect(scores).toHaveLength(20_001)
  expect(scores.findIndex((score) => score > 1)).toBe(20_000)
  expect(scores[20_000]).toBeCloseTo(3, 2)
})

test('some photos are scored as in a scan of all', () => {
  const next = normalNumbers(3)
  const matrix = createEmbeddingMatrix(40)
  for (let id = 1; id <= 50; id++) matrix.set(id * 2, unitVector(40, next))
  const query = scanQuery(unitVector(40, next), 0.5)
  const all = matrix.score(query)
  const some = matrix.scorePhotos(query, Uint32Array.of(100, 3, 2, 999))
  expect([...some]).toEqual([all[49], NaN, all[0], NaN])
})

test('float16 and float32 give the same row, subnormal numbers too', () => {
  const next = normalNumbers(7)
  const vector = unitVector(768, next).map((value, i) => (i % 50 === 0 ? 2 ** -20 : value))
  const matrix = createEmbeddingMatrix(768)
  matrix.set(1, vector)
  matrix.setHalf(2, encodeFloat16(vector))
  const [a, b] = [matrix.get(1)!, matrix.get(2)!]
  expect(Math.max(...a.map((value, i) => Math.abs(value - vector[i]!)))).toBeLessThan(0.001)
  expect(Math.max(...a.map((value, i) => Math.abs(value - b[i]!)))).toBeLessThan(0.0015)
})

test('vectors that are no vectors become zeros instead of poisoning scores', () => {
  const matrix = createEmbeddingMatrix(4)
  matrix.set(1, Float32Array.of(NaN, 1, 0, 0))
  matrix.set(2, Float32Array.of(Infinity, 1, 0, 0))
  matrix.set(3, new Float32Array(4))
  expect([...matrix.score(scanQuery(Float32Array.of(1, 1, 1, 1), 0.25))]).toEqual([0.25, 0.25, 0.25])
  expect(() => matrix.set(4, new Float32Array(3))).toThrow(RangeError)
  expect(() => matrix.score(scanQuery(new Float32Array(17).fill(1), 0))).toThrow(RangeError)
})

test('whatever is added, replaced and deleted, it holds exactly the photos that are left', () => {
  const command = fc.record({
    kind: fc.constantFrom('set', 'setHalf', 'delete'),
    photoId: fc.integer({ min: 1, max: 40 }),
    axis: fc.integer({ min: 0, max: 4 }),
  })
  fc.assert(
    fc.property(fc.array(command, { maxLength: 300 }), (commands) => {
      const matrix = createEmbeddingMatrix(5)
      const model = new Map<number, number>()
      for (const { kind, photoId, axis } of commands) {
        const vector = new Float32Array(5)
        vector[axis] = 1
        if (kind === 'set') matrix.set(photoId, vector)
        else if (kind === 'setHalf') matrix.setHalf(photoId, encodeFloat16(vector))
        else matrix.delete(photoId)
        if (kind === 'delete') model.delete(photoId)
        else model.set(photoId, axis)
      }
      expect(matrix.count).toBe(model.size)
      expect(matrix.rows).toBeLessThanOrEqual(40)
      const ids = matrix.photoIds()
      expect([...ids].filter((id) => id > 0).toSorted((a, b) => a - b)).toEqual(
        [...model.keys()].toSorted((a, b) => a - b),
      )
      for (let axis = 0; axis < 5; axis++) {
        const weights = new Float32Array(5)
        weights[axis] = 1
        matrix.score(scanQuery(weights, 0)).forEach((score, row) => {
          expect(score).toBeCloseTo(model.get(ids[row]!) === axis ? 1 : 0, 3)
        })
      }
      for (const [photoId, axis] of model) expect(matrix.get(photoId)?.findIndex((value) => value > 0.9)).toBe(axis)
      expect(matrix.get(41)).toBeNull()
    }),
  )
})
