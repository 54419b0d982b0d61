import type { Condition } from '../../core/sorting/sort-rules.ts'

type DateRange = Extract<Condition, { kind: 'date' }>

const dayMs = 86_400_000

/** From two date fields (`YYYY-MM-DD`), both inclusive, either may be empty. The wrong way round is put right. */
export function dateCondition(from: string, to: string): DateRange {
  const [first, last] = [dayStart(from), dayStart(to)]
  if (first !== null && last !== null && first > last) return dateCondition(to, from)
  return { kind: 'date', fromMs: first, toMs: last === null ? null : last + dayMs }
}

/** The days a condition covers, as its two fields show them; an open end is empty. */
export function daysOfCondition(condition: DateRange | null): { readonly from: string; readonly to: string } {
  return {
    from: isoDay(condition?.fromMs ?? null),
    to: isoDay(lastDayMs(condition?.toMs ?? null)),
  }
}

/** The start of a day as the library counts it: the camera's wall clock written as if UTC. Null for no valid date. */
function dayStart(day: string): number | null {
  const ms = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(ms) ? null : ms
}

function lastDayMs(toMs: number | null): number | null {
  return toMs === null ? null : toMs - dayMs
}

function isoDay(ms: number | null): string {
  return ms === null ? '' : new Date(ms).toISOString().slice(0, 10)
}
