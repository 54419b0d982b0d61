import type { Narrowing } from '../state/view.ts'

export type DateRange = NonNullable<Narrowing['dates']>

const dayMs = 86_400_000

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** The start of a day as the library counts it: the camera's wall clock written as if UTC. Null for no valid date. */
function dayStart(isoDay: string): number | null {
  const ms = Date.parse(`${isoDay}T00:00:00Z`)
  return Number.isNaN(ms) ? null : ms
}

/** `YYYY-MM-DD` for a date field. */
function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/**
 * From two date fields, both inclusive, either may be empty; the wrong way round is put right. Null where both are empty.
 * An open end reaches as far as a photo could be dated.
 */
export function rangeOfDays(from: string, to: string): DateRange | null {
  const first = dayStart(from)
  const last = dayStart(to)
  if (first === null && last === null) return null
  if (first !== null && last !== null && first > last) return rangeOfDays(to, from)
  return {
    fromMs: first ?? Date.UTC(1826, 0),
    toMs: last === null ? Date.UTC(2200, 0) : last + dayMs,
    label: labelOf(first, last),
  }
}

export function rangeOfYear(year: number): DateRange {
  return { fromMs: Date.UTC(year, 0), toMs: Date.UTC(year + 1, 0), label: String(year) }
}

/** The days a range covers, as its two date fields show them; an open end is empty. */
export function daysOfRange(range: DateRange | null): { readonly from: string; readonly to: string } {
  if (range === null) return { from: '', to: '' }
  return {
    from: range.fromMs <= Date.UTC(1826, 0) ? '' : isoDay(range.fromMs),
    to: range.toMs >= Date.UTC(2200, 0) ? '' : isoDay(range.toMs - dayMs),
  }
}

function labelOf(first: number | null, last: number | null): string {
  if (first === null) return `until ${dayFormat.format(last ?? 0)}`
  if (last === null) return `since ${dayFormat.format(first)}`
  if (first === last) return dayFormat.format(first)
  return dayFormat.formatRange(first, last)
}
