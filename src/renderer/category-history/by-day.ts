interface Day<Happening> {
  /** "Today", "Yesterday", "Monday 12 June 2024". */
  readonly day: string
  readonly events: readonly Happening[]
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** What happened, newest first, by the day it happened on, as the clock here had it. */
export function byDay<Happening extends { readonly atMs: number }>(
  events: readonly Happening[],
  nowMs: number,
): readonly Day<Happening>[] {
  const days = Map.groupBy(events, ({ atMs }) => dayName(atMs, nowMs))
  return [...days].map(([day, events]) => ({ day, events }))
}

/** "14:32". */
export function clockTime(atMs: number): string {
  return clockFormat.format(atMs)
}

function dayName(atMs: number, nowMs: number): string {
  const day = midnight(atMs)
  const today = midnight(nowMs)
  if (day.getTime() === today.getTime()) return 'Today'
  // Not 24 hours earlier: a day on which the clock is changed has 23 or 25.
  today.setDate(today.getDate() - 1)
  if (day.getTime() === today.getTime()) return 'Yesterday'
  return dayFormat.format(day)
}

function midnight(atMs: number): Date {
  const date = new Date(atMs)
  date.setHours(0, 0, 0, 0)
  return date
}
