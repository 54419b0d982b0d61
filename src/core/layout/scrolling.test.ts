import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutRows } from './justified-rows.ts'
import { anchorsAt, scrollTopForAnchor, scrollTopToShow } from './scroll-anchor.ts'
import { scrollPosition, trackPosition, yearMarks } from './scrubber.ts'

const scrollable = { contentHeightPx: 10_500, viewportHeightPx: 500, trackHeightPx: 400 }

describe('scrubber', () => {
  test('maps the ends and the middle', () => {
    expect([0, 5000, 10_000].map((top) => trackPosition(top, scrollable))).toEqual([0, 200, 400])
    expect([-20, 0, 200, 400, 500].map((y) => scrollPosition(y, scrollable))).toEqual([0, 0, 5000, 10_000, 10_000])
  })

  test('stands still where nothing scrolls', () => {
    const short = { contentHeightPx: 300, viewportHeightPx: 500, trackHeightPx: 400 }
    expect([trackPosition(0, short), scrollPosition(400, short)]).toEqual([0, 0])
  })

  test('there and back is the same place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (top) => {
        expect(scrollPosition(trackPosition(top, scrollable), scrollable)).toBeCloseTo(top, 6)
      }),
    )
  })

  test('marks each year once where it begins', () => {
    const sections = [
      { topPx: 0, year: 2024 },
      { topPx: 1000, year: 2024 },
      { topPx: 2500, year: 2023 },
      { topPx: 7500, year: 2020 },
    ]
    expect(yearMarks(sections, 16, scrollable)).toEqual([
      { year: 2024, yPx: 0 },
      { year: 2023, yPx: 100 },
      { year: 2020, yPx: 300 },
    ])
  })

  test('keeps marks apart, the first and the last among them', () => {
    const anySections = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1990, max: 2026 })), {
        minLength: 1,
        maxLength: 60,
      })
      .map((pairs) => {
        const tops = pairs.map(([top]) => top).toSorted((a, b) => a - b)
        const years = pairs.map(([, year]) => year).toSorted((a, b) => b - a)
        return tops.map((topPx, i) => ({ topPx, year: years[i]! }))
      })
    fc.assert(
      fc.property(anySections, (sections) => {
        const marks = yearMarks(sections, 16, scrollable)
        expect(marks[0]?.year).toBe(sections[0]?.year)
        for (let i = 1; i < marks.length; i++) expect(marks[i]!.yPx - marks[i - 1]!.yPx).toBeGreaterThanOrEqual(16)
      }),
    )
  })
})

describe('scroll anchor', () => {
  const options = { widthPx: 800, rowHeightPx: 150, gapPx: 4, sectionGapPx: 20 }
  const anyAspects = fc.array(fc.integer({ min: 500, max: 2500 }), { minLength: 1, maxLength: 150 })

  test('keeps a photo where it was on screen when photos arrive above', () => {
    fc.assert(
      fc.property(anyAspects, anyAspects, fc.nat(), (old, arrived, at) => {
        const before = layOutRows(Uint16Array.from(old), [{ start: 0, headerHeightPx: 40 }], options)
        const after = layOutRows(Uint16Array.from([...arrived, ...old]), [{ start: 0, headerHeightPx: 40 }], options)
        const viewport = 300
        const scrollTop = at % Math.max(1, before.heightPx - viewport)
        const anchor = anchorsAt(before, scrollTop, viewport)[0]
        if (anchor === undefined) return
        const moved = { ...anchor, photo: anchor.photo + arrived.length }
        const top = scrollTopForAnchor(after, moved, viewport)
        const reachesEnd = top === Math.max(0, after.heightPx - viewport) || top === 0
        if (reachesEnd) return
        const found = anchorsAt(after, top, viewport).find(({ photo }) => photo === moved.photo)
        expect(found?.offsetPx).toBeCloseTo(anchor.offsetPx, 6)
        expect(found?.shareAbove).toBeCloseTo(anchor.shareAbove, 6)
      }),
    )
  })

  test('shows a whole row and moves no further than it must', () => {
    const layout = layOutRows(new Uint16Array(40).fill(1000), [{ start: 0, headerHeightPx: 40 }], {
      ...options,
      widthPx: 766,
    })
    // Rows of five, 150 high, 154 apart, from 40 on.
    expect(scrollTopToShow(layout, 0, 500, 400, 40)).toBe(0)
    expect(scrollTopToShow(layout, 7, 100, 400, 40)).toBe(100)
    expect(scrollTopToShow(layout, 39, 0, 400, 40)).toBe(40 + 7 * 154 + 150 + 8 - 400)
    expect(scrollTopToShow(layout, 12, 1000, 400, 40)).toBe(40 + 2 * 154 - 40)
  })
})
