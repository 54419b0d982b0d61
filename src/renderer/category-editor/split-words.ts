const longest = 200

/** What was typed or pasted as separate wordings: commas, semicolons and line breaks divide, doubles are left out. */
export function splitWords(text: string): readonly string[] {
  const wordings = text
    .split(/[,;\n]/)
    .map((wording) => wording.trim().replaceAll(/\s+/g, ' ').slice(0, longest))
    .filter((wording) => wording !== '')
  return [...new Set(wordings)]
}

/** Wordings with more added, each once whatever its case, at most thirty (the contract's limit). */
export function addWords(words: readonly string[], added: readonly string[]): readonly string[] {
  const known = new Set(words.map((wording) => wording.toLocaleLowerCase()))
  const fresh = added.filter((wording) => !known.has(wording.toLocaleLowerCase()))
  return [...words, ...fresh].slice(0, 30)
}
