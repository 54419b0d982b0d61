import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthOfDay, monthRuns } from './months.ts'

const dayMs = 86_400_000

function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / dayMs
}

describe('monthOfDay', () => {
  test('agrees with the calendar, before 1970 and over leap years too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const date = new Date(day * dayMs)
        expect(monthOfDay(day)).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 })
      }),
    )
  })
})

describe('monthRuns', () => {
  test('cuts where the month changes, newest first', () => {
    const days = ['2024-06-12', '2024-06-12', '2024-06-01', '2024-05-31', '2023-06-01'].map(dayOf)
    expect(monthRuns(Int32Array.from(days))).toEqual([
      { start: 0, year: 2024, month: 6 },
      { start: 3, year: 2024, month: 5 },
      { start: 4, year: 2023, month: 6 },
    ])
  })

  test('has no months for no photos', () => {
    expect(monthRuns(new Int32Array(0))).toEqual([])
  })

  test('covers everything once, oldest first as well', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5000, max: 25_000 })), fc.boolean(), (days, newestFirst) => {
        const ordered = Int32Array.from(days.toSorted((a, b) => (newestFirst ? b - a : a - b)))
        const runs = monthRuns(ordered)
        for (const [r, run] of runs.entries()) {
          const part = ordered.subarray(run.start, runs[r + 1]?.start ?? ordered.length)
          expect(part.length).toBeGreaterThan(0)
          for (const day of part) expect(monthOfDay(day)).toEqual({ year: run.year, month: run.month })
        }
        expect(new Set(runs.map(({ year, month }) => year * 12 + month)).size).toBe(runs.length)
      }),
    )
  })
})
