import { expect, test } from 'vitest'
import { dateCondition, daysOfCondition } from './date-days.ts'

test.each([
  ['2024-01-01', '2024-12-31'],
  ['2024-02-29', '2024-02-29'],
  ['2024-01-01', ''],
  ['', '2024-01-01'],
  ['', ''],
])('from “%s” to “%s” and back', (from, to) => {
  expect(daysOfCondition(dateCondition(from, to))).toEqual({ from, to })
})

test('the last day counts, and the wrong way round is put right', () => {
  expect(dateCondition('2024-03-02', '2024-03-01')).toEqual({
    kind: 'date',
    fromMs: Date.UTC(2024, 2, 1),
    toMs: Date.UTC(2024, 2, 3),
  })
})
