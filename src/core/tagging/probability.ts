/** Where a prediction stands between the two cuts: shown as a tag, asked about, or neither. */
export type Band = 'sure' | 'unsure' | 'not'

/** Scores from which a photo is sure, and from which it is at least unsure. `unsure` is below `sure`. */
export interface Cuts {
  readonly sure: number
  readonly unsure: number
}

const evenScore = 2.6
const steepness = 1.6

/** The probability, 0 to 1, that a category with this score (`weights · embedding + bias`) is in the photo. Rises with it. */
export function probabilityOf(score: number): number {
  return 1 / (1 + Math.exp(-steepness * (score - evenScore)))
}

/** The cuts, as scores, for a strictness from 0 (loose) to 1 (strict). Both rise with it. */
export function cutsFor(strictness: number): Cuts {
  const clamped = Math.min(1, Math.max(0, strictness))
  const sure = 1.4 + 3.2 * clamped
  return { sure, unsure: sure - 0.8 }
}

/** The band of a score between cuts from `cutsFor`. */
export function bandOf(score: number, cuts: Cuts): Band {
  return score >= cuts.sure ? 'sure' : score >= cuts.unsure ? 'unsure' : 'not'
}
