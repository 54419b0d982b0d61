/** A run of photos of one calendar month. */
export interface MonthRun {
  /** Index of its first photo. */
  readonly start: number
  readonly year: number
  /** 1 … 12 */
  readonly month: number
}

/** Year and month of a day since 1970-01-01 in the Gregorian calendar (Hinnant, "chrono-Compatible Low-Level Date Algorithms": civil_from_days). */
export function monthOfDay(day: number): { readonly year: number; readonly month: number } {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month }
}

/** Cuts photos that are in order of time, either way, into months. `days`: capture days since 1970-01-01. */
export function monthRuns(days: Int32Array): readonly MonthRun[] {
  const runs: MonthRun[] = []
  let knownDay = Number.NaN
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!
    if (day === knownDay) continue
    knownDay = day
    const { year, month } = monthOfDay(day)
    const current = runs.at(-1)
    if (current?.year !== year || current.month !== month) runs.push({ start: i, year, month })
  }
  return runs
}
