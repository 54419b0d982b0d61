const number = new Intl.NumberFormat('en')

function counted(count: number, one: string, many: string): string {
  return `${number.format(count)} ${count === 1 ? one : many}`
}

/**
 * "12 answers · 340 photos decided": what the answers of a review were good for. Before the first, and where learning
 * has opened more questions than it closed, it says how many photos are left instead.
 *
 * @param unsure photos that Winnow is not sure about; null while that is not known
 */
export function gainWords(answers: number, decided: number, unsure: number | null): string {
  const given = answers === 0 ? [] : [counted(answers, 'answer', 'answers')]
  if (answers > 0 && decided > 0) return [...given, `${counted(decided, 'photo', 'photos')} decided`].join(' · ')
  return [...given, ...(unsure === null ? [] : [`${counted(unsure, 'photo', 'photos')} not sure`])].join(' · ')
}

/**
 * What the last answers changed besides themselves: "That decided 14 more". Null where it is nothing worth a word.
 *
 * @param gain photos that became decided, those answered included
 * @param answered how many photos were answered
 */
export function lastGainWords(gain: number | null, answered: number): string | null {
  if (gain === null) return null
  const more = gain - answered
  if (more > 0) return `That decided ${number.format(more)} more`
  // Learning also opens questions; saying so is better than a number that shrinks without a word.
  return gain < 0 ? `Now less certain of ${number.format(-gain)}` : null
}
