/** How fast something goes, over the last seconds only. */
export interface RateWindow {
  /** `count` more are done. */
  add(count: number, nowMs: number): void
  /** Per second; 0 when nothing was done in the window. */
  perSecond(nowMs: number): number
  /** Seconds that `left` will take, or null until that can be said honestly. */
  secondsLeft(left: number, nowMs: number): number | null
  /** Work stops: what follows has its own speed. */
  reset(): void
}

/** One word of progress before this would be a guess. */
const honestAfterMs = 3000

/** @param windowMs how far back speed is measured, in milliseconds */
export function createRateWindow(windowMs: number): RateWindow {
  let samples: { readonly atMs: number; readonly count: number }[] = []
  let beganAtMs: number | null = null

  const perSecond = (nowMs: number): number => {
    samples = samples.filter((sample) => sample.atMs > nowMs - windowMs)
    if (beganAtMs === null) return 0
    const spanMs = Math.min(windowMs, nowMs - beganAtMs)
    const total = samples.reduce((sum, sample) => sum + sample.count, 0)
    return spanMs <= 0 ? 0 : (total / spanMs) * 1000
  }

  return {
    add(count, nowMs) {
      // The first work to arrive began before it arrived; its own time is not known.
      if (beganAtMs === null) beganAtMs = nowMs
      else samples.push({ atMs: nowMs, count })
    },
    perSecond,
    secondsLeft(left, nowMs) {
      const rate = perSecond(nowMs)
      if (beganAtMs === null || nowMs - beganAtMs < honestAfterMs || rate === 0) return null
      return left / rate
    },
    reset() {
      samples = []
      beganAtMs = null
    },
  }
}
