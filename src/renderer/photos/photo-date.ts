// Capture times are the camera's wall clock written as if it were UTC, so they are read back as UTC.
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const momentFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

const dayMs = 86_400_000

/** "June 2024". `month`: 1 … 12. */
export function monthName(year: number, month: number): string {
  const date = new Date(0)
  // Not Date.UTC, which takes the years 0 … 99 for 1900 … 1999.
  date.setUTCFullYear(year, month - 1, 1)
  return monthFormat.format(date)
}

/** "12 June 2024". `day`: capture day since 1970-01-01. */
export function dayName(day: number): string {
  return dayFormat.format(day * dayMs)
}

/** "Wednesday 12 June 2024 at 14:32". */
export function momentName(takenAtMs: number): string {
  return `${momentFormat.format(takenAtMs)} at ${clockFormat.format(takenAtMs)}`
}
