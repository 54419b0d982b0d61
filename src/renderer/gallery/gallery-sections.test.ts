import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gallerySections } from './gallery-sections.ts'

const days = Int32Array.from([19_900, 19_900, 19_880, 19_800])
const timeline = { total: 4, days, order: 'newest', exactCount: undefined, cutIndex: undefined } as const

describe('gallerySections', () => {
  test('are months in a timeline', () => {
    expect(gallerySections(timeline).map(({ title, start, count, year }) => ({ title, start, count, year }))).toEqual([
      { title: 'June 2024', start: 0, count: 3, year: 2024 },
      { title: 'March 2024', start: 3, count: 1, year: 2024 },
    ])
  })

  test('set the less certain ones of a category apart', () => {
    const ranked = gallerySections({ ...timeline, order: 'best', cutIndex: 3 })
    expect(ranked.map(({ title, kind, start }) => ({ title, kind, start }))).toEqual([
      { title: '', kind: 'ranked', start: 0 },
      { title: 'Less certain from here (1)', kind: 'unsure', start: 3 },
    ])
  })

  test('tell what matches from what looks like it in a search', () => {
    const found = gallerySections({ ...timeline, order: 'best', exactCount: 1, cutIndex: 2 })
    expect(found.map(({ title, start, count }) => ({ title, start, count }))).toEqual([
      { title: 'Exact matches', start: 0, count: 1 },
      { title: 'Looks like it', start: 1, count: 1 },
      { title: 'Less certain from here (2)', start: 2, count: 2 },
    ])
  })

  test('cover every photo of a ranking once, whatever the counts', () => {
    const count = fc.option(fc.nat(30), { nil: undefined })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), count, count, (total, exactCount, cutIndex) => {
        const sections = gallerySections({ total, days: new Int32Array(total), order: 'best', exactCount, cutIndex })
        expect(sections[0]?.start).toBe(0)
        expect(sections.reduce((sum, section) => sum + section.count, 0)).toBe(total)
        for (const [s, section] of sections.entries()) {
          expect(section.count).toBeGreaterThan(0)
          expect(sections[s + 1]?.start ?? total).toBe(section.start + section.count)
        }
      }),
    )
  })
})
