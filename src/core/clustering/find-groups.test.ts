import { expect, it } from 'vitest'
import { normalise } from '../vector/normalise.ts'
import type { VectorMatrix } from '../vector/vector-matrix.ts'
import { findGroups } from './find-groups.ts'
import type { PhotoGroup } from './find-groups.ts'

const dim = 64

/** The same numbers from the same seed (Park & Miller 1988). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** `sizes` groups around directions of their own, then photos that are like nothing. */
function photosIn(sizes: readonly number[], loners: number, spread = 0.35): VectorMatrix {
  const next = randomNumbers(7)
  const direction = (): Float32Array => normalise(Float32Array.from({ length: dim }, () => next() - 0.5))
  const rows: Float32Array[] = []
  for (const size of sizes) {
    const middle = direction()
    for (let i = 0; i < size; i++) {
      const own = direction()
      rows.push(normalise(middle.map((value, at) => value + spread * own[at]!)))
    }
  }
  for (let i = 0; i < loners; i++) rows.push(direction())
  const data = new Float32Array(rows.length * dim)
  for (const [row, vector] of rows.entries()) data.set(vector, row * dim)
  return { data, rows: rows.length, dim }
}

function find(photos: VectorMatrix): { readonly groups: readonly PhotoGroup[]; readonly pauses: number } {
  const work = findGroups(photos, { smallest: 4, most: 10 })
  for (let pauses = 0; ; pauses++) {
    const step = work.next()
    if (step.done === true) return { groups: step.value, pauses }
  }
}

it('finds what belongs together, large and tight groups first, and leaves out what is like nothing', () => {
  const { groups, pauses } = find(photosIn([40, 20, 8], 60))
  expect(groups.map(({ rows }) => rows.length).slice(0, 2)).toEqual([40, 20])
  expect(groups[0]!.rows.every((row) => row < 40)).toBe(true)
  // One that is like nothing may lie near by chance.
  expect(groups[2]!.rows).toEqual(expect.arrayContaining([60, 61, 62, 63, 64, 65, 66, 67]))
  expect(pauses).toBeGreaterThan(5)
})

it('finds nothing among too few photos, none, or copies of one', () => {
  expect(find(photosIn([3], 0)).groups).toEqual([])
  expect(find({ data: new Float32Array(0), rows: 0, dim }).groups).toEqual([])
  const same = photosIn([10], 0, 0)
  expect(find(same).groups.length).toBeLessThanOrEqual(1)
})

it('gives the same answer every time', () => {
  const photos = photosIn([12, 12], 20)
  expect(find(photos)).toEqual(find(photos))
})
