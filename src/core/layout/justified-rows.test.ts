import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutRows } from './justified-rows.ts'
import type { JustifiedLayout, LayoutOptions, LayoutSection } from './justified-rows.ts'

const options: LayoutOptions = { widthPx: 1000, rowHeightPx: 200, gapPx: 4, sectionGapPx: 24 }

const anyOptions: fc.Arbitrary<LayoutOptions> = fc.record({
  widthPx: fc.integer({ min: 200, max: 4000 }),
  rowHeightPx: fc.integer({ min: 80, max: 480 }),
  gapPx: fc.integer({ min: 0, max: 8 }),
  sectionGapPx: fc.integer({ min: 0, max: 40 }),
})
const anyAspects = fc
  .array(fc.oneof(fc.constantFrom(0, 667, 750, 1000, 1333, 1500, 1778), fc.integer({ min: 1, max: 65_535 })), {
    maxLength: 300,
  })
  .map((aspects) => Uint16Array.from(aspects))

/** Cuts `count` photos into sections at arbitrary places. */
function sectionsOf(count: number, cuts: readonly number[]): readonly LayoutSection[] {
  if (count === 0) return []
  const starts = [...new Set([0, ...cuts.map((cut) => cut % count)])].toSorted((a, b) => a - b)
  return starts.map((start, i) => ({ start, headerHeightPx: i % 2 === 0 ? 48 : 0 }))
}

function rowsOf(
  layout: JustifiedLayout,
): { lefts: number[]; rights: number[]; top: number; height: number; first: number; stop: number }[] {
  return Array.from({ length: layout.rowCount }, (_, row) => {
    const first = layout.rowStart[row]!
    const stop = layout.rowStart[row + 1]!
    return {
      first,
      stop,
      top: layout.rowTop[row]!,
      height: layout.rowHeight[row]!,
      lefts: [...layout.left.subarray(first, stop)],
      rights: [...layout.left.subarray(first, stop)].map((left, i) => left + layout.width[first + i]!),
    }
  })
}

describe('layOutRows', () => {
  test('fills a row with five squares', () => {
    const layout = layOutRows(
      Uint16Array.from([1000, 1000, 1000, 1000, 1000]),
      [{ start: 0, headerHeightPx: 40 }],
      options,
    )
    // (1000 - 4 gaps x 4) / 5
    expect(rowsOf(layout)).toEqual([
      { first: 0, stop: 5, top: 40, height: 197, lefts: [0, 201, 402, 602, 803], rights: [197, 398, 598, 799, 1000] },
    ])
    expect(layout.heightPx).toBe(40 + 197 + 24)
  })

  test('leaves a section of one photo at the wished height', () => {
    const layout = layOutRows(Uint16Array.from([1500]), [{ start: 0, headerHeightPx: 0 }], options)
    expect(rowsOf(layout)).toEqual([{ first: 0, stop: 1, top: 0, height: 200, lefts: [0], rights: [300] }])
  })

  test('spreads the unevenness instead of leaving it to the last rows', () => {
    const aspects = new Uint16Array(60).fill(1500)
    const heights = rowsOf(layOutRows(aspects, [{ start: 0, headerHeightPx: 0 }], options)).map((row) => row.height)
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(60)
  })

  test('lays out nothing', () => {
    expect(layOutRows(new Uint16Array(0), [], options)).toMatchObject({ rowCount: 0, heightPx: 0, sectionCount: 0 })
  })

  test('places every photo exactly once, in rows that fill the width, none over another', () => {
    fc.assert(
      fc.property(anyAspects, fc.array(fc.nat(), { maxLength: 8 }), anyOptions, (aspects, cuts, options) => {
        const sections = sectionsOf(aspects.length, cuts)
        const layout = layOutRows(aspects, sections, options)
        const rows = rowsOf(layout)
        expect(rows.flatMap(({ first, stop }) => Array.from({ length: stop - first }, (_, i) => first + i))).toEqual([
          ...aspects.keys(),
        ])

        const sectionStarts = new Set(sections.map((section) => section.start))
        let bottom = 0
        for (const row of rows) {
          const endsSection = row.stop === aspects.length || sectionStarts.has(row.stop)
          if (!endsSection) expect(row.rights.at(-1)).toBe(options.widthPx)
          expect(row.lefts[0]).toBe(0)
          expect(row.rights.at(-1)!).toBeLessThanOrEqual(options.widthPx)
          for (let i = 0; i < row.lefts.length; i++) {
            expect(row.rights[i]!).toBeGreaterThan(row.lefts[i]!)
            if (i > 0) expect(row.lefts[i]! - row.rights[i - 1]!).toBe(options.gapPx)
          }
          expect(row.top).toBeGreaterThanOrEqual(bottom)
          bottom = row.top + row.height
        }
        expect(layout.heightPx).toBe(rows.length === 0 ? 0 : bottom + options.sectionGapPx)
      }),
    )
  })

  test('begins every section with a row of its own, below its header', () => {
    fc.assert(
      fc.property(anyAspects, fc.array(fc.nat(), { maxLength: 8 }), anyOptions, (aspects, cuts, options) => {
        const sections = sectionsOf(aspects.length, cuts)
        const layout = layOutRows(aspects, sections, options)
        for (const [s, section] of sections.entries()) {
          const row = layout.sectionRow[s]!
          expect(layout.rowStart[row]).toBe(section.start)
          expect(layout.rowTop[row]).toBe(layout.sectionTop[s]! + section.headerHeightPx)
          expect(layout.sectionTop[s + 1]!).toBeGreaterThan(layout.sectionTop[s]!)
        }
        expect(layout.sectionRow[sections.length]).toBe(layout.rowCount)
        expect(layout.sectionTop[sections.length]).toBe(layout.heightPx)
      }),
    )
  })

  test('keeps photos near their true shape', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 500, max: 2500 }), { minLength: 1, maxLength: 200 }), (aspects) => {
        const layout = layOutRows(Uint16Array.from(aspects), [{ start: 0, headerHeightPx: 0 }], options)
        for (const row of rowsOf(layout)) {
          for (let i = row.first; i < row.stop; i++) {
            expect(Math.abs(layout.width[i]! - (aspects[i]! / 1000) * row.height)).toBeLessThanOrEqual(2.5)
          }
        }
      }),
    )
  })
})
