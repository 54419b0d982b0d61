import { foldName } from './fold-path.ts'
import { splitName } from './split-name.ts'

/** Google Takeout cuts the title in the name of a JSON file to this many characters. */
const longestTitle = 46
const supplement = '.supplemental-metadata'

/** What the name of a JSON file of Google Takeout says of the file it describes. */
export interface TakeoutName {
  /** Names the file may have, but for the number: "IMG_1.jpg". Of a long name only the beginning. */
  readonly titles: readonly string[]
  /** The 1 of "IMG_1.jpg(1).json", which describes "IMG_1(1).jpg"; null: none. */
  readonly number: string | null
  /** What stands between title and ".json": ".supplemental-metadata", or the beginning of it. */
  readonly supplement: string
}

/** Reads the name of a JSON file. @returns null for a name that does not end with ".json" */
export function takeoutName(name: string): TakeoutName | null {
  const match = /^(.+?)(?:\((\d+)\))?\.json$/is.exec(name)
  if (match === null) return null
  const [, text = '', number = null] = match
  const dot = text.lastIndexOf('.')
  const tail = dot > 0 ? text.slice(dot) : ''
  // Where it did not fit, the end of this word is missing, or all of it but the dot.
  const isSupplement = tail !== '' && supplement.startsWith(tail.toLowerCase())
  return {
    titles: isSupplement ? [text.slice(0, dot), text] : [text],
    number,
    supplement: isSupplement ? tail : '',
  }
}

/** The keys under which a file is found by `takeoutKeysFor`: its own name, without its number, and cut. */
export function takeoutKeysOf(name: string): readonly string[] {
  const match = /^(.+)\((\d+)\)(\.[^.]+)?$/s.exec(name)
  const [title, number] = match === null ? [name, null] : [`${match[1]}${match[3] ?? ''}`, match[2] ?? null]
  const keys = [key(name, null), key(title, number)]
  if (title.length > longestTitle) keys.push(key(title.slice(0, longestTitle), number))
  return keys
}

/** "D.jpg(1).json" → "D(1)": the stem of the photo, where the beginning of the name does not say it; else null. */
export function takeoutStem(name: string): string | null {
  const json = takeoutName(name)
  return json === null || json.number === null ? null : `${splitName(json.titles[0] ?? '').stem}(${json.number})`
}

/** The keys of the file that a JSON file describes, the likeliest first. */
export function takeoutKeysFor(json: TakeoutName): readonly string[] {
  return json.titles.map((title) => key(title, json.number))
}

function key(title: string, number: string | null): string {
  return foldName(`${number ?? ''}/${title}`)
}
