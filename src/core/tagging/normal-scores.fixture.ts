/** Scores spread as a normal distribution is, without chance: its quantiles at even steps (bisection on the error function). */
export function normalScores(count: number, mean: number, deviation: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => mean + deviation * quantile((i + 0.5) / count))
}

function quantile(share: number): number {
  let low = -8
  let high = 8
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (shareBelow(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Abramowitz & Stegun 26.2.17; good to 7.5e-8. */
function shareBelow(value: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(value))
  const tail =
    Math.exp((-value * value) / 2) *
    0.3989422804 *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return value >= 0 ? 1 - tail : tail
}
