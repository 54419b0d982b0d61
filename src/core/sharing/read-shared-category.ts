import { z } from 'zod'
import { cleanText } from '../facts/clean-text.ts'
import { mostSharedExamples } from './category-file.ts'
import type { SharedCategory, SharedChoice, SharedExample } from './category-file.ts'
import { createExampleReader } from './read-shared-example.ts'

const longestName = 80
const longestPhrase = 200
const mostPhrases = 30

/** One part of a file, and sentences about what of it could not be used. */
export interface Read<T> {
  /** Null when nothing of it could. */
  readonly value: T | null
  readonly leftOut: readonly string[]
}

const listSchema = z.array(z.unknown()).catch([])
const textSchema = z.string().nullable().catch(null)

/** Everything but the name may be wrong without costing the category. */
const categorySchema = z.object({
  name: z.string(),
  words: listSchema,
  notWords: listSchema,
  synonyms: listSchema,
  strictness: z.number().min(0).max(1).catch(0.5),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable()
    .catch(null),
  useHints: z.boolean().catch(false),
  parent: textSchema,
  examples: listSchema,
})

const choiceSchema = z.object({ name: z.string(), allowsNone: z.boolean().catch(true), categories: listSchema })

/**
 * One category of a file that may come from anybody, cleaned: one line a text, no signs that change what stands around them, no
 * more and no longer than a person could type.
 * @param index from 0, names a category that has no name
 * @param vectorDim numbers a vector must have; null where vectors of the file can't be used
 */
export function readSharedCategory(raw: unknown, index: number, vectorDim: number | null): Read<SharedCategory> {
  const parsed = categorySchema.safeParse(raw)
  const name = parsed.success ? cleanName(parsed.data.name) : null
  if (!parsed.success || name === null) {
    return { value: null, leftOut: [`Category number ${index + 1} has no name that can be used.`] }
  }
  const { words, notWords, synonyms, examples, parent, ...settings } = parsed.data
  const leftOut: string[] = []
  const cleaned = [words, notWords, synonyms].map((phrases) => cleanPhrases(phrases))
  const dropped = cleaned.reduce((sum, { dropped }) => sum + dropped, 0)
  if (dropped > 0) leftOut.push(`${name}: ${dropped === 1 ? 'a phrase' : `${dropped} phrases`} can’t be used.`)
  const read = readExamples(name, examples, vectorDim)
  return {
    value: {
      ...settings,
      name,
      words: cleaned[0]!.phrases,
      notWords: cleaned[1]!.phrases,
      synonyms: cleaned[2]!.phrases,
      parent: parent === null ? null : cleanName(parent),
      examples: read.examples,
    },
    leftOut: [...leftOut, ...read.leftOut],
  }
}

/** One choice of a file, cleaned. Whether its categories are there is the caller's to know. */
export function readSharedChoice(raw: unknown, index: number): Read<SharedChoice> {
  const parsed = choiceSchema.safeParse(raw)
  const name = parsed.success ? cleanName(parsed.data.name) : null
  if (!parsed.success || name === null) {
    return { value: null, leftOut: [`Choice number ${index + 1} has no name that can be used.`] }
  }
  const members = parsed.data.categories.map((member) => (typeof member === 'string' ? cleanName(member) : null))
  const categories = [...new Set(members.filter((member) => member !== null))].slice(0, mostPhrases)
  return { value: { name, allowsNone: parsed.data.allowsNone, categories }, leftOut: [] }
}

/** A name is no path: steps upwards and slashes at its ends have no business in it. Null when nothing is left. */
function cleanName(text: string): string | null {
  const plain = cleanText(text, longestName * 2)
    ?.replaceAll(/(^|[\\/])\.+(?=[\\/]|$)/g, '$1')
    .replaceAll(/^[\\/ ]+|[\\/ ]+$/g, '')
    .replaceAll(/([\\/])[\\/]+/g, '$1')
  return plain === undefined ? null : cleanText(plain, longestName)
}

function cleanPhrases(raw: readonly unknown[]): { readonly phrases: readonly string[]; readonly dropped: number } {
  const phrases = new Set<string>()
  for (const phrase of raw.slice(0, mostPhrases)) {
    const clean =
      typeof phrase === 'string' && phrase.length <= longestPhrase * 2 ? cleanText(phrase, longestPhrase) : null
    if (clean !== null) phrases.add(clean)
  }
  return { phrases: [...phrases], dropped: raw.length - phrases.size }
}

function readExamples(
  name: string,
  raw: readonly unknown[],
  vectorDim: number | null,
): { readonly examples: readonly SharedExample[]; readonly leftOut: readonly string[] } {
  const reader = createExampleReader(vectorDim)
  const examples: SharedExample[] = []
  const reasons = new Map<string, number>()
  const count = (reason: string, by: number): void => void reasons.set(reason, (reasons.get(reason) ?? 0) + by)
  for (const one of raw.slice(0, mostSharedExamples)) {
    const result = reader(one)
    if (typeof result === 'string') count(result, 1)
    else examples.push(result)
  }
  const tooMany = raw.length - mostSharedExamples
  if (tooMany > 0) count(`a category takes at most ${mostSharedExamples.toLocaleString('en-US')}`, tooMany)
  const leftOut = [...reasons].map(([reason, number]) => {
    const those = number === 1 ? 'an example was' : `${number.toLocaleString('en-US')} examples were`
    return `${name}: ${those} left out (${reason}).`
  })
  return { examples, leftOut }
}
