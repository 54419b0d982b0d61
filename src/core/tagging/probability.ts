/** Where a prediction stands between the two cuts: shown as a tag, asked about, or neither. */
export type Band = 'sure' | 'unsure' | 'not'

/** Scores (log-odds) from which a photo is sure, and from which it is at least unsure. `unsure` is below `sure`. */
export interface Cuts {
  readonly sure: number
  readonly unsure: number
}

/** How far strictness moves the cut to either side of even odds: loosest shows from 8 %, strictest from 92 %. */
const cutReach = 2.5
/** Below the cut by this much is still worth asking about: 30 % where 50 % is shown. */
const unsureWidth = 0.85

/** The probability, 0 to 1, that a photo with this score (`weights · embedding + bias`) shows the category. */
export function probabilityOf(score: number): number {
  return 1 / (1 + Math.exp(-score))
}

/** The score at which `probabilityOf` gives this probability, which lies between 0 and 1, both excluded. */
export function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability))
}

/** The cuts for a strictness from 0 (loose) to 1 (strict); at 0.5 a tag shows when it is likelier than not. Rise with it. */
export function cutsFor(strictness: number): Cuts {
  const clamped = Math.min(1, Math.max(0, strictness))
  const sure = (clamped - 0.5) * 2 * cutReach
  return { sure, unsure: sure - unsureWidth }
}

/** The band of a score between cuts from `cutsFor`. */
export function bandOf(score: number, cuts: Cuts): Band {
  return score >= cuts.sure ? 'sure' : score >= cuts.unsure ? 'unsure' : 'not'
}
