/**
 * The date and time that a clock on the wall showed at an instant, written as if it were UTC: how capture times are kept
 * throughout, because cameras know no time zone.
 *
 * @param offsetMinutes what `Date.prototype.getTimezoneOffset` says for that instant: UTC minus local time
 */
export function localWallClockMs(instantMs: number, offsetMinutes: number): number {
  return Math.round(instantMs - offsetMinutes * 60_000)
}
