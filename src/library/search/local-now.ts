/** The wall clock of this computer at a moment, written as if it were UTC, like all capture times. */
export function localNowMs(nowMs: number): number {
  return nowMs - new Date(nowMs).getTimezoneOffset() * 60_000
}
