/**
 * Words as a person means them: no case, no accents, compatibility forms (full-width, ligatures) as plain ones, whatever
 * the normal form; split at everything that is neither letter nor digit. "Été_2019 (Nîmes).JPG" gives ete, 2019, nimes, jpg.
 */
export function foldWords(text: string): readonly string[] {
  // Most file names are plain, and there are 100,000 of them.
  if (isAscii(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

/** English singular of a folded word, roughly, and the same for both sides of a comparison: dogs, dog; beaches, beach. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}
