import { expect, test } from 'vitest'
import type { CategoryEvent } from '../../contract/teaching.ts'
import { byDay } from './by-day.ts'

function eventAt(date: Date): CategoryEvent {
  return {
    eventId: String(date.getTime()),
    atMs: date.getTime(),
    label: 'Said yes to 1 photo',
    source: 'you',
    verdict: 'yes',
    photoIds: [1],
    photoCount: 1,
    canUndo: true,
  }
}

test('events stand below the day they happened on, newest first', () => {
  const now = new Date(2026, 2, 30, 0, 30)
  const events = [
    new Date(2026, 2, 30, 0, 10),
    // The clock went forward in between in much of Europe.
    new Date(2026, 2, 29, 23, 50),
    new Date(2026, 2, 29, 0, 5),
    new Date(2025, 11, 24, 12),
  ].map(eventAt)
  expect(byDay(events, now.getTime()).map(({ day, events }) => [day, events.length])).toEqual([
    ['Today', 1],
    ['Yesterday', 2],
    // Older systems write a comma after the weekday.
    [expect.stringMatching(/^Wednesday,? 24 December 2025$/), 1],
  ])
})
