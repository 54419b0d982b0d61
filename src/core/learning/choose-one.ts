/** Which of a choice's categories a photo shows, as probabilities that add up to 1. */
export interface ChoiceProbabilities {
  /** In the order of the scores. */
  readonly each: Float64Array
  /** That none of them holds; 0 where the choice leaves no such way out. */
  readonly none: number
}

/**
 * Exactly one of several categories, or none: their odds on the condition that no two hold at once. For independent
 * yes/no judges with log-odds sᵢ that is a softmax over sᵢ, and "none of these" takes part with log-odds 0. Members are
 * judged by the same classifiers as ever, so an answer to one of them teaches only that one.
 */
export function chooseOne(scores: ArrayLike<number>, allowsNone: boolean): ChoiceProbabilities {
  const highest = Math.max(allowsNone ? 0 : -Infinity, ...Array.from(scores))
  const odds = Float64Array.from(scores, (score) => Math.exp(score - highest))
  const none = allowsNone ? Math.exp(-highest) : 0
  const total = odds.reduce((sum, value) => sum + value, none)
  return { each: odds.map((value) => value / total), none: none / total }
}
