/** What a person did, as a sentence in the past tense for the snack bar and the undo menu. */

export function decisionSentence(verdict: 'yes' | 'no' | 'undecided', category: string, photoCount: number): string {
  const photos = photoCount === 1 ? '1 photo' : `${photoCount.toLocaleString('en-US')} photos`
  if (verdict === 'undecided') return `Took back the answer about ${category} for ${photos}`
  return `Said ${verdict} to ${category} for ${photos}`
}

export function createdSentence(category: string): string {
  return `Made the category ${category}`
}

export function removedSentence(category: string): string {
  return `Deleted the category ${category}`
}

/** `after` holds what was changed, and only that. */
export function updatedSentence(
  category: string,
  after: {
    readonly name?: string | undefined
    readonly words?: readonly string[] | undefined
    readonly notWords?: readonly string[] | undefined
    readonly strictness?: number | undefined
    readonly colour?: string | undefined
    readonly hidden?: boolean | undefined
    readonly parentId?: number | null | undefined
    readonly position?: number | undefined
    readonly useHints?: boolean | undefined
  },
): string {
  if (after.name !== undefined) return `Renamed ${category} to ${after.name}`
  if (after.hidden !== undefined) return after.hidden ? `Hid ${category}` : `Showed ${category} again`
  if (after.words !== undefined || after.notWords !== undefined) return `Changed the words of ${category}`
  if (after.strictness !== undefined) return `Changed how strict ${category} is`
  if (after.colour !== undefined) return `Changed the colour of ${category}`
  if (after.useHints !== undefined) {
    return after.useHints ? `Let sure guesses teach ${category} too` : `Let only answers teach ${category}`
  }
  return `Moved ${category}`
}

/** `label` is a sentence from this file. */
export function undoneSentence(label: string): string {
  return `Undid: ${lowerFirst(label)}`
}

export function redoneSentence(label: string): string {
  return `Did again: ${lowerFirst(label)}`
}

/** `label` says after what. */
export function restoredSentence(category: string, label: string): string {
  return `Put ${category} back to how it was after: ${lowerFirst(label)}`
}

export function examplesAddedSentence(verdict: 'yes' | 'no', category: string, count: number): string {
  return `Gave ${category} ${pictures(count)} as ${verdict} ${count === 1 ? 'example' : 'examples'}`
}

export function examplesRemovedSentence(category: string, count: number): string {
  return `Took ${pictures(count)} away from ${category}`
}

export function choiceMadeSentence(choice: string): string {
  return `Made the choice ${choice}`
}

export function choiceChangedSentence(choice: string, renamedTo?: string): string {
  return renamedTo === undefined ? `Changed the choice ${choice}` : `Renamed the choice ${choice} to ${renamedTo}`
}

export function choiceRemovedSentence(choice: string): string {
  return `Took the choice ${choice} apart`
}

/** `category` is the one chosen, null for none of them. */
export function choiceAnsweredSentence(choice: string, category: string | null, photoCount: number): string {
  const photos = photoCount === 1 ? '1 photo' : `${photoCount.toLocaleString('en-US')} photos`
  return `Said ${category ?? 'none of these'} to ${choice} for ${photos}`
}

export function importedSentence(names: readonly string[]): string {
  const [only] = names
  if (only !== undefined && names.length === 1) return `Took in the category ${only}`
  return `Took in ${names.length.toLocaleString('en-US')} categories`
}

function pictures(count: number): string {
  return count === 1 ? 'a picture' : `${count.toLocaleString('en-US')} pictures`
}

function lowerFirst(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1)
}
