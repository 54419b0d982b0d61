/**
 * Words as a person means them: no case, no accents, compatibility forms (full-width, ligatures) as plain ones, whatever
 * the normal form; split at everything that is neither letter nor digit. "Été_2019 (Nîmes).JPG" gives ete, 2019, nimes, jpg.
 */
export function foldWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** English singular of a folded word, roughly, and the same for both sides of a comparison: dogs, dog; beaches, beach. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}
