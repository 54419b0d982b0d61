import { describe, expect, it } from 'vitest'
import { daysOfRange, rangeOfDays, rangeOfYear } from './date-range.ts'

describe('a range of days', () => {
  it('covers both days whole', () => {
    expect(rangeOfDays('2024-06-03', '2024-06-04')).toMatchObject({
      fromMs: Date.UTC(2024, 5, 3),
      toMs: Date.UTC(2024, 5, 5),
    })
  })

  it('is put right when it is the wrong way round', () => {
    expect(rangeOfDays('2024-06-04', '2024-06-03')).toEqual(rangeOfDays('2024-06-03', '2024-06-04'))
  })

  it('may be open at one end, and says so', () => {
    expect(rangeOfDays('2024-06-03', '')?.label).toBe('since 3 Jun 2024')
    expect(rangeOfDays('', '2024-06-03')?.label).toBe('until 3 Jun 2024')
    expect(rangeOfDays('', '')).toBeNull()
  })

  it('comes back as the fields that made it', () => {
    for (const days of [
      { from: '2024-02-29', to: '2024-03-01' },
      { from: '2024-02-29', to: '' },
      { from: '', to: '1999-12-31' },
    ]) {
      expect(daysOfRange(rangeOfDays(days.from, days.to))).toEqual(days)
    }
    expect(daysOfRange(rangeOfYear(2023))).toEqual({ from: '2023-01-01', to: '2023-12-31' })
  })
})
