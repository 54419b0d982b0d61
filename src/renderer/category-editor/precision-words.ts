import type { PrecisionEstimate } from '../../contract/categories.ts'

/** How many of the photos shown are right, as one sentence. `null`: nothing is known yet. */
export function precisionWords(precision: PrecisionEstimate | null): string {
  if (precision === null) return 'A guess until you answer a few.'
  const ofTen = Math.round(precision.share * 10)
  if (ofTen === 10) return 'Nearly all shown are right.'
  if (ofTen === 0) return 'Hardly any shown are right.'
  return ofTen === 5 ? 'About half of those shown are right.' : `About ${ofTen} of 10 shown are right.`
}

/** Of what is known at evenly spaced strictnesses, what is nearest to this one. */
export function nearestStep<T>(byStrictness: readonly T[], strictness: number): T | undefined {
  return byStrictness[Math.round(Math.min(1, Math.max(0, strictness)) * (byStrictness.length - 1))]
}
