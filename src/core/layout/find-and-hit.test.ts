import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowOfPhoto, rowsBetween, sectionAt, sectionOfRow } from './find-row.ts'
import { boxOfPhoto, photoAt, photosInBox } from './hit-test.ts'
import type { JustifiedLayout } from './justified-rows.ts'
import { layOutRows } from './justified-rows.ts'

const anyLayout: fc.Arbitrary<JustifiedLayout> = fc
  .record({
    aspects: fc.array(fc.integer({ min: 300, max: 5000 }), { minLength: 1, maxLength: 120 }),
    cuts: fc.array(fc.nat(), { maxLength: 5 }),
    widthPx: fc.integer({ min: 300, max: 1600 }),
    rowHeightPx: fc.integer({ min: 80, max: 300 }),
  })
  .map(({ aspects, cuts, widthPx, rowHeightPx }) => {
    const starts = [...new Set([0, ...cuts.map((cut) => cut % aspects.length)])].toSorted((a, b) => a - b)
    const sections = starts.map((start) => ({ start, headerHeightPx: 44 }))
    return layOutRows(Uint16Array.from(aspects), sections, { widthPx, rowHeightPx, gapPx: 4, sectionGapPx: 20 })
  })

describe('find rows', () => {
  test('rowsBetween finds exactly the rows that touch the band', () => {
    fc.assert(
      fc.property(
        anyLayout,
        fc.integer({ min: -200, max: 9000 }),
        fc.integer({ min: 0, max: 2000 }),
        (layout, top, height) => {
          const [first, stop] = rowsBetween(layout, top, top + height)
          const touching = Array.from({ length: layout.rowCount }, (_, row) => row).filter(
            (row) =>
              layout.rowTop[row]! < top + height && layout.rowTop[row]! + layout.rowHeight[row]! > top && height > 0,
          )
          expect(Array.from({ length: stop - first }, (_, i) => first + i)).toEqual(touching)
        },
      ),
    )
  })

  test('every photo is in its row, every row in its section', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        for (let photo = 0; photo < layout.photoCount; photo++) {
          const row = rowOfPhoto(layout, photo)
          expect(layout.rowStart[row]!).toBeLessThanOrEqual(photo)
          expect(layout.rowStart[row + 1]!).toBeGreaterThan(photo)
          const section = sectionOfRow(layout, row)
          expect(sectionAt(layout, layout.rowTop[row]!)).toBe(section)
        }
      }),
    )
  })

  test('above the top is the first section, below the end the last', () => {
    const layout = layOutRows(
      Uint16Array.from([1000, 1000]),
      [
        { start: 0, headerHeightPx: 40 },
        { start: 1, headerHeightPx: 40 },
      ],
      {
        widthPx: 500,
        rowHeightPx: 100,
        gapPx: 4,
        sectionGapPx: 20,
      },
    )
    expect([sectionAt(layout, -5), sectionAt(layout, 1e6)]).toEqual([0, 1])
  })
})

describe('hit tests', () => {
  test('every photo is found at its corners, and nothing in the gap beside it', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        for (let photo = 0; photo < layout.photoCount; photo++) {
          const box = boxOfPhoto(layout, photo, rowOfPhoto(layout, photo))
          expect(photoAt(layout, box.left, box.top)).toBe(photo)
          expect(photoAt(layout, box.right - 1, box.bottom - 1)).toBe(photo)
          expect(photoAt(layout, box.right, box.top)).toBe(-1)
        }
      }),
    )
  })

  test('a box selects exactly what it touches', () => {
    const anyBox = fc.tuple(
      fc.integer({ min: -50, max: 1700 }),
      fc.integer({ min: -50, max: 5000 }),
      fc.nat(900),
      fc.nat(900),
    )
    fc.assert(
      fc.property(anyLayout, anyBox, (layout, [left, top, width, height]) => {
        const box = { left, top, right: left + width, bottom: top + height }
        const touched = Array.from({ length: layout.photoCount }, (_, photo) => photo).filter((photo) => {
          const other = boxOfPhoto(layout, photo, rowOfPhoto(layout, photo))
          const overlaps =
            other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top
          return overlaps && height > 0
        })
        expect(photosInBox(layout, box)).toEqual(touched)
      }),
    )
  })
})
