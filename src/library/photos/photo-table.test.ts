import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PhotoRow } from '../store/photo-columns.ts'
import { createPhotoTable } from './photo-table.ts'

const row = (photoId: number, takenAtMs: number, more: Partial<PhotoRow> = {}): PhotoRow => ({
  photoId,
  takenAtMs,
  widthPx: null,
  heightPx: null,
  averageColour: null,
  hasThumbnail: 0,
  offline: 0,
  ...more,
})

test('after any changes the order is that of sorting from scratch', () => {
  const change = fc.record({
    photoId: fc.integer({ min: 1, max: 60 }),
    takenAtMs: fc.option(fc.integer({ min: -5, max: 5 })),
    look: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
      const table = createPhotoTable()
      const model = new Map<number, number>()
      const expected = (): number[] => [...model.keys()].sort((a, b) => model.get(b)! - model.get(a)! || b - a)
      for (const { photoId, takenAtMs, look } of changes) {
        if (takenAtMs === null) {
          table.delete(photoId)
          model.delete(photoId)
        } else {
          table.set(row(photoId, takenAtMs))
          model.set(photoId, takenAtMs)
        }
        if (look) expect([...table.newestFirst()]).toEqual(expected())
      }
      expect([...table.newestFirst()]).toEqual(expected())
      expect(table.visible.ids()).toEqual([...model.keys()].sort((a, b) => a - b))
    }),
  )
})

test('columns hold what the row says, and something calm while nothing is known', () => {
  const table = createPhotoTable()
  table.set(row(2000, 5, { widthPx: 6000, heightPx: 4000, averageColour: 0x102030, hasThumbnail: 1, offline: 1 }))
  table.set(row(3, 5))
  table.set(row(4, 5, { widthPx: 1_000_000, heightPx: 1 }))
  expect([table.aspect(2000), table.colour(2000), table.takenAtMs(2000)]).toEqual([1500, 0x102030, 5])
  expect([table.read.has(2000), table.isOffline(2000)]).toEqual([true, true])
  expect([table.aspect(3), table.colour(3), table.read.has(3), table.isOffline(3)]).toEqual([
    1333,
    0x8c8c8c,
    false,
    false,
  ])
  expect(table.aspect(4)).toBe(65_535)
})

test('the version tells whether anything changed', () => {
  const table = createPhotoTable()
  table.set(row(1, 0))
  const before = table.version
  table.delete(7)
  expect(table.version).toBe(before)
  table.delete(1)
  expect(table.version).toBeGreaterThan(before)
})
