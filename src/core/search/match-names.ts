import { foldWords, singular } from './fold-text.ts'

/** Something that is called one thing or several: a category with its synonyms, a folder. */
export interface Named {
  readonly id: number
  readonly names: readonly string[]
}

/**
 * The things that a text names from its first word to its last: "dogs" names Dog, "dog beach" names Dog and Beach. Longer
 * names are taken first ("hot dog" is not Dog). Each entry holds all that share that name. Null when a word is left over.
 */
export function namedExactly(text: string, things: readonly Named[]): readonly (readonly number[])[] | null {
  const words = foldWords(text).map(singular)
  if (words.length === 0) return null
  const byName = new Map<string, number[]>()
  for (const { id, names } of things) {
    for (const name of names) {
      const key = foldWords(name).map(singular).join(' ')
      if (!byName.get(key)?.includes(id)) byName.set(key, [...(byName.get(key) ?? []), id])
    }
  }
  const found: (readonly number[])[] = []
  for (let start = 0; start < words.length;) {
    let end = words.length
    while (end > start && !byName.has(words.slice(start, end).join(' '))) end--
    if (end === start) return null
    found.push(byName.get(words.slice(start, end).join(' '))!)
    start = end
  }
  return found
}

/**
 * How well a text that is being typed fits a name: 3 the whole name, 2 its beginning, 1 every typed word begins a word of
 * it, 0 not.
 */
export function typedFit(text: string, name: string): 0 | 1 | 2 | 3 {
  const typed = foldWords(text)
  const words = foldWords(name)
  if (typed.length === 0) return 0
  const [whole, part] = [words.join(' '), typed.join(' ')]
  if (whole === part) return 3
  if (whole.startsWith(part)) return 2
  return typed.every((one) => words.some((word) => word.startsWith(one))) ? 1 : 0
}
