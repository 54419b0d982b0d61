import { foldWords, singular } from './fold-text.ts'

/** Something that is called one thing or several: a category with its synonyms, a folder. */
export interface Named {
  readonly id: number
  readonly names: readonly string[]
}

/** Things by their names, folded and in the singular; several may share one. */
export type NameIndex = ReadonlyMap<string, readonly number[]>

export function indexNames(things: readonly Named[]): NameIndex {
  const index = new Map<string, number[]>()
  for (const { id, names } of things) {
    for (const key of new Set(names.map((name) => foldWords(name).map(singular).join(' ')))) {
      const sharing = index.get(key)
      if (sharing === undefined) index.set(key, [id])
      else sharing.push(id)
    }
  }
  return index
}

/**
 * The things that a text names from its first word to its last: "dogs" names Dog, "dog beach" names Dog and Beach. Longer
 * names are taken first ("hot dog" is not Dog). Each entry holds all that share that name. Null when a word is left over.
 */
export function namedExactly(text: string, index: NameIndex): readonly (readonly number[])[] | null {
  const words = foldWords(text).map(singular)
  if (words.length === 0) return null
  const found: (readonly number[])[] = []
  for (let start = 0; start < words.length;) {
    let end = words.length
    while (end > start && !index.has(words.slice(start, end).join(' '))) end--
    if (end === start) return null
    found.push(index.get(words.slice(start, end).join(' ')) ?? [])
    start = end
  }
  return found
}

/**
 * How well what is being typed fits a name: 3 the whole name, 2 its beginning, 1 every typed word begins a word of it, 0 not.
 * Both as folded words (`foldWords`).
 */
export function typedFit(typed: readonly string[], words: readonly string[]): 0 | 1 | 2 | 3 {
  if (typed.length === 0 || !typed.every((one) => words.some((word) => word.startsWith(one)))) return 0
  const [whole, part] = [words.join(' '), typed.join(' ')]
  return whole === part ? 3 : whole.startsWith(part) ? 2 : 1
}
