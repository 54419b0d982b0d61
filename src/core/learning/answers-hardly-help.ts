/** An answer and what Winnow would have said just before it. */
export interface GuessedAnswer {
  readonly isYes: boolean
  /** Whether the photo's score was at or above the cut. */
  readonly guessedYes: boolean
}

/** So many answers in a row are looked back on. */
const lookBack = 10
const mostSurprises = 1

/**
 * Whether a review has come to its end: of the last ten questions, though they were the most doubtful ones, at most one was
 * answered otherwise than Winnow would have. `answers` are those of this category in the order they were given.
 */
export function answersHardlyHelp(answers: readonly GuessedAnswer[]): boolean {
  const last = answers.slice(-lookBack)
  const surprises = last.filter(({ isYes, guessedYes }) => isYes !== guessedYes).length
  return last.length === lookBack && surprises <= mostSurprises
}
