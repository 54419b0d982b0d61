import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { madeUpNumbers } from '../learning/made-up-photos.fixture.ts'
import { normalise } from '../vector/normalise.ts'
import type { VectorMatrix } from '../vector/vector-matrix.ts'
import { findGroups } from './find-groups.ts'
import { runToEnd } from './run-to-end.fixture.ts'

const dim = 32
const options = { smallest: 5, most: 20 }

/** Photos around `sizes.length` centres, one group after the other, then `strays` that are like nothing. */
function madeUpGroups(seed: number, sizes: readonly number[], strays: number, spread = 0.5): VectorMatrix {
  const random = madeUpNumbers(seed)
  const direction = (): Float32Array => normalise(Float32Array.from({ length: dim }, () => random() - 0.5))
  const photos = sizes.flatMap((size) => {
    const centre = direction()
    return Array.from({ length: size }, () => {
      const noise = direction()
      return normalise(centre.map((value, i) => value + spread * noise[i]!))
    })
  })
  return joined([...photos, ...Array.from({ length: strays }, direction)])
}

function joined(photos: readonly Float32Array[]): VectorMatrix {
  const data = new Float32Array(photos.length * dim)
  photos.forEach((photo, row) => data.set(photo, row * dim))
  return { data, rows: photos.length, dim }
}

/** The group each row was made for; -1 for a stray. */
function madeFor(sizes: readonly number[], row: number): number {
  let end = 0
  return sizes.findIndex((size) => row < (end += size))
}

describe('groups that are there', () => {
  test('are found, each whole and unmixed, and strays are left out', () => {
    const sizes = [40, 25, 15]
    const groups = runToEnd(findGroups(madeUpGroups(1, sizes, 30), options)).result
    expect(groups).toHaveLength(3)
    const kinds = groups.map(({ rows }) => new Set(rows.map((row) => madeFor(sizes, row))))
    for (const kind of kinds) expect(kind.size).toBe(1)
    expect(new Set(kinds.flatMap((kind) => [...kind]))).toEqual(new Set([0, 1, 2]))
    for (const { rows } of groups) {
      const size = sizes[madeFor(sizes, rows[0]!)]!
      expect(rows.length).toBeGreaterThan(size * 0.8)
    }
  })

  test('come best first: large before small, tight before loose', () => {
    const groups = runToEnd(findGroups(madeUpGroups(2, [12, 40, 38, 42], 10), options)).result
    expect(groups).toHaveLength(4)
    expect(groups.at(-1)!.rows.length).toBeLessThan(15)
    const tight = madeUpGroups(3, [20], 0, 0.2)
    const loose = madeUpGroups(4, [22], 0, 0.8)
    const both = { data: Float32Array.of(...loose.data, ...tight.data), rows: 42, dim }
    const [best, next] = runToEnd(findGroups(both, options)).result
    expect(best!.rows.every((row) => row >= 22)).toBe(true)
    expect(best!.cohesion).toBeGreaterThan(next!.cohesion)
  })

  test('are no more than asked for, and none below the smallest size', () => {
    const photos = madeUpGroups(3, [20, 20, 20, 4], 0)
    expect(runToEnd(findGroups(photos, { ...options, most: 2 })).result).toHaveLength(2)
    expect(runToEnd(findGroups(photos, options)).result).toHaveLength(3)
    expect(runToEnd(findGroups(photos, { ...options, smallest: 25 })).result).toEqual([])
  })

  test('copies of one photo are one group', () => {
    const photo = madeUpGroups(4, [1], 0).data
    const others = madeUpGroups(5, [20], 20)
    const rows = Array.from({ length: others.rows }, (_, row) => others.data.subarray(row * dim, (row + 1) * dim))
    const groups = runToEnd(findGroups(joined([...Array.from({ length: 15 }, () => photo), ...rows]), options)).result
    expect(groups.map((group) => group.rows.toSorted((a, b) => a - b))).toContainEqual([...Array(15).keys()])
  })
})

describe('where there is nothing to find', () => {
  test('no photos, too few, and photos all alike are no trouble', () => {
    expect(runToEnd(findGroups(joined([]), options)).result).toEqual([])
    expect(runToEnd(findGroups(madeUpGroups(6, [4], 0), options)).result).toEqual([])
    const same = joined(Array.from({ length: 12 }, () => madeUpGroups(7, [1], 0).data))
    expect(runToEnd(findGroups(same, options)).result.length).toBeLessThanOrEqual(1)
  })

  test('photos without anything in common are called a loose group at best', () => {
    const tight = runToEnd(findGroups(madeUpGroups(9, [40], 300), options)).result[0]!
    expect(tight.cohesion).toBeGreaterThan(0.6)
    for (const { cohesion } of runToEnd(findGroups(madeUpGroups(8, [], 300), options)).result)
      expect(cohesion).toBeLessThan(0.5)
  })
})

test('whatever the photos: rows are of the photos, in one group at most, enough of them, and the same every time', () => {
  const worlds = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    sizes: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 5 }),
    strays: fc.integer({ min: 0, max: 20 }),
    spread: fc.double({ min: 0, max: 3, noNaN: true }),
  })
  fc.assert(
    fc.property(worlds, ({ seed, sizes, strays, spread }) => {
      const photos = madeUpGroups(seed, sizes, strays, spread)
      const groups = runToEnd(findGroups(photos, options)).result
      const rows = groups.flatMap((group) => group.rows)
      expect(new Set(rows).size).toBe(rows.length)
      expect(rows.every((row) => row >= 0 && row < photos.rows)).toBe(true)
      expect(groups.length).toBeLessThanOrEqual(options.most)
      for (const group of groups) {
        expect(group.rows.length).toBeGreaterThanOrEqual(options.smallest)
        expect(Number.isFinite(group.cohesion)).toBe(true)
      }
      expect(runToEnd(findGroups(photos, options)).result).toEqual(groups)
    }),
    { numRuns: 60 },
  )
})

test('pauses often, for whoever runs it to let others work', () => {
  expect(runToEnd(findGroups(madeUpGroups(12, [40, 20], 60), options)).pauseCount).toBeGreaterThan(5)
})
