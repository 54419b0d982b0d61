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
  },
): string {
  if (after.name !== undefined) return `Renamed ${category} to ${after.name}`
  if (after.hidden !== undefined) return after.hidden ? `Hid ${category}` : `Showed ${category} again`
  if (after.words !== undefined || after.notWords !== undefined) return `Changed the words of ${category}`
  if (after.strictness !== undefined) return `Changed how strict ${category} is`
  if (after.colour !== undefined) return `Changed the colour of ${category}`
  return `Moved ${category}`
}
