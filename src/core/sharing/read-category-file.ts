import { cleanText } from '../facts/clean-text.ts'
import { categoryFileFormat, categoryFileVersion, categoryFrameSchema, mostSharedCategories } from './category-file.ts'
import type { CategoryFrame, SharedModel } from './category-file.ts'

/** More than any library exports; tens of millions would take ten seconds and gigabytes to parse, with everything else waiting. */
const mostThings = 1_000_000

/** Why a whole file can't be used: a sentence that begins with its name. */
export class CategoryFileError extends Error {}

/**
 * Opens a file of shared categories that may come from anybody. What is in it is not looked at yet: `readSharedCategory` and
 * `readSharedChoice` do, one after the other, so that a large file needs no long pause.
 * @param fileName is named in what is thrown
 * Throws a CategoryFileError for what is no such file, comes from a newer Winnow, or holds too much.
 */
export function readCategoryFile(json: string, fileName: string): CategoryFrame {
  const name = shownFileName(fileName)
  // An empty list costs as much as an object, and three bytes.
  if (holdsMore(json, '{', mostThings) || holdsMore(json, '[', mostThings)) {
    throw new CategoryFileError(`${name} holds more than can be taken in at once.`)
  }
  const value = parseJson(json)
  if (value === undefined) {
    throw new CategoryFileError(`${name} can’t be read: it is no JSON. Choose a file that Winnow exported.`)
  }
  const marks = marksOf(value)
  if (marks.format !== categoryFileFormat) {
    throw new CategoryFileError(`${name} is no file of categories. Choose a file that Winnow exported.`)
  }
  if (typeof marks.version === 'number' && marks.version > categoryFileVersion) {
    throw new CategoryFileError(`${name} was made by a newer Winnow. Update Winnow to take it in.`)
  }
  refuseTooMany(marks, name)
  const frame = categoryFrameSchema.safeParse(value)
  if (!frame.success || frame.data.version !== categoryFileVersion) {
    throw new CategoryFileError(`${name} is damaged: its categories can’t be found in it.`)
  }
  if (frame.data.categories.length === 0) throw new CategoryFileError(`${name} holds no categories.`)
  return frame.data
}

/** Whether vectors of the file can be compared with this library's; null, or a sentence why not. */
export function whyVectorsAreForeign(
  theirs: SharedModel | null,
  own: SharedModel | null,
  fileName: string,
): string | null {
  if (theirs === null || own === null) return null
  if (theirs.name === own.name && theirs.dim === own.dim) return null
  return (
    `The examples in ${shownFileName(fileName)} were seen by another model (${cleanText(theirs.name, 60) ?? 'unnamed'}). ` +
    'Only those that are photos of this library too are used; words and settings are.'
  )
}

/** A file's name as it may stand in a sentence: the last part of a path, on one line. */
export function shownFileName(fileName: string): string {
  return cleanText(fileName.split(/[\\/]/).at(-1) ?? '', 80) ?? 'This file'
}

/** Whether a text has a sign more than `most` times. */
function holdsMore(text: string, sign: string, most: number): boolean {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0 && count <= most; at = text.indexOf(sign, at + 1)) count++
  return count > most
}

function parseJson(json: string): unknown {
  try {
    // Editors on Windows begin UTF-8 with a mark that JSON does not know.
    return JSON.parse(json.startsWith('\uFEFF') ? json.slice(1) : json)
  } catch {
    return undefined
  }
}

/** Counted before anything in it is looked at. */
function refuseTooMany({ categories, choices }: Marks, name: string): void {
  const count = Math.max(...[categories, choices].map((list) => (Array.isArray(list) ? list.length : 0)))
  if (count <= mostSharedCategories) return
  const [theirs, most] = [count, mostSharedCategories].map((number) => number.toLocaleString('en-US'))
  throw new CategoryFileError(`${name} holds ${theirs} categories; at most ${most} can be taken in at once.`)
}

interface Marks {
  readonly format?: unknown
  readonly version?: unknown
  readonly categories?: unknown
  readonly choices?: unknown
}

function marksOf(value: unknown): Marks {
  return typeof value === 'object' && value !== null ? value : {}
}
