import type { StatedRating } from './stated-rating.ts'
import { ratingOfPercent, ratingOfStars } from './stated-rating.ts'

const xmpNamespace = 'http://ns.adobe.com/xap/1.0/'
/** Windows writes it with and without the slash. */
const microsoftNamespaces: readonly (string | undefined)[] = [
  'http://ns.microsoft.com/photo/1.0/',
  'http://ns.microsoft.com/photo/1.0',
]

/**
 * What an XMP packet or sidecar says of the rating of its photo: `xmp:Rating`, else what Windows writes; as an attribute or
 * as an element. A rating deeper down, such as that of a picture this one was made from, is not the photo's. Null where
 * there is none. The text may be cut off or hostile: it is walked through once, nothing is expanded, and it never throws.
 */
export function xmpRating(xml: string): StatedRating | null {
  const namespaces = new Map<string, string>()
  const open: string[] = []
  let ofWindows: StatedRating | null = null
  let ofXmp: StatedRating | null = null

  const take = (name: string, value: string): void => {
    const [prefix = '', local] = name.split(':')
    if (local !== 'Rating') return
    const namespace = namespaces.get(prefix)
    if (namespace === xmpNamespace) ofXmp ??= ratingOfStars(numberIn(value))
    else if (microsoftNamespaces.includes(namespace)) ofWindows ??= ratingOfPercent(numberIn(value))
  }
  const isOfPhoto = (depth: number): boolean =>
    localName(open[depth - 1]) === 'Description' && localName(open[depth - 2]) === 'RDF'

  for (const tag of tagsOf(xml)) {
    if (tag.text.startsWith('/')) {
      open.pop()
      continue
    }
    open.push(/^[^\s/>]*/.exec(tag.text)![0])
    const attributes = attributesOf(tag.text)
    for (const [name, value] of attributes) {
      if (name.startsWith('xmlns:')) namespaces.set(name.slice('xmlns:'.length), value)
    }
    if (isOfPhoto(open.length)) for (const [name, value] of attributes) take(name, value)
    const isEmpty = tag.text.endsWith('/')
    if (!isEmpty && isOfPhoto(open.length - 1)) take(open.at(-1)!, xml.slice(tag.end, tag.end + longestNumber))
    if (isEmpty) open.pop()
    if (ofXmp !== null) return ofXmp
  }
  return ofWindows
}

/** With the blanks around it. */
const longestNumber = 100

function numberIn(text: string): number {
  const digits = /^\s*([+-]?\d{1,3}(?:\.\d{0,10})?)\s*(?:<|$)/.exec(text)?.[1]
  return digits === undefined ? NaN : Number(digits)
}

function localName(name: string | undefined): string | undefined {
  return name?.slice(name.indexOf(':') + 1)
}

/** Markup that is no tag, and what ends it. */
const asides: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
]

/** What stands between the brackets of each tag, and where the tag ends. Each character is looked at a fixed number of times. */
function* tagsOf(xml: string): Generator<{ readonly text: string; readonly end: number }> {
  let at = xml.indexOf('<')
  while (at !== -1) {
    const aside = asides.find(([begin]) => xml.startsWith(begin, at))
    const end = aside === undefined ? endOfTag(xml, at + 1) : endOfAside(xml, at, aside)
    if (end === -1) return
    if (aside === undefined) yield { text: xml.slice(at + 1, end - 1), end }
    at = xml.indexOf('<', end)
  }
}

function endOfAside(xml: string, at: number, [begin, end]: readonly [string, string]): number {
  const found = xml.indexOf(end, at + begin.length)
  return found === -1 ? -1 : found + end.length
}

/** Behind the `>` that is not within quotes; -1 when the text is cut off before. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const character = xml[at]!
    if (character === '>') return at + 1
    if (character !== '"' && character !== "'") continue
    at = xml.indexOf(character, at + 1)
    if (at === -1) return -1
  }
  return -1
}

function attributesOf(tag: string): readonly (readonly [name: string, value: string])[] {
  return [...tag.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, inDouble, inSingle]) => [
    name!,
    inDouble ?? inSingle ?? '',
  ])
}
