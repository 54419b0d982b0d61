import { safeFolderName } from './safe-name.ts'

/** What stands in braces in a template, in the order an interface offers them. */
export const templatePlaceholders = [
  { name: 'category', words: 'Category', example: 'Family' },
  { name: 'year', words: 'Year', example: '2024' },
  { name: 'month', words: 'Month as a number', example: '07' },
  { name: 'monthName', words: 'Month by name', example: 'July' },
  { name: 'day', words: 'Day of the month', example: '09' },
  { name: 'camera', words: 'Camera', example: 'Canon EOS R5' },
  { name: 'type', words: 'Type of file', example: 'JPEG' },
  { name: 'folder', words: 'Folder it is in now', example: 'Holiday' },
  { name: 'rating', words: 'Rating', example: '5 stars' },
] as const
export type Placeholder = (typeof templatePlaceholders)[number]['name']

/** The name of one folder: plain words and placeholders in turn. */
export type TemplateSegment = readonly (string | { readonly placeholder: Placeholder })[]

/** Folders from the outermost to the innermost; none is the target itself. */
export type Template = readonly TemplateSegment[]

export type ParsedTemplate =
  | { readonly template: Template; readonly problem: null }
  /** A sentence that says what is wrong. */
  | { readonly template: null; readonly problem: string }

const placeholders = new Map<string, Placeholder>(templatePlaceholders.map(({ name }) => [name.toLowerCase(), name]))
const longestName = 255

/** Reads a folder template such as "Family/{year}/{month}": folders below the target, '' being the target itself. */
export function parseTemplate(text: string): ParsedTemplate {
  const trimmed = text.trim()
  if (trimmed === '') return { template: [], problem: null }
  if (/^(?:[/\\]|[a-z]:)/i.test(trimmed)) {
    return wrong('Folders are made inside the target: leave out what stands before the first name.')
  }
  if (trimmed.includes('\\')) return wrong('Write “/” between folders, not “\\”.')
  const template: TemplateSegment[] = []
  for (const part of trimmed.replace(/\/$/, '').split('/')) {
    const segment = parseSegment(part.trim())
    if (typeof segment === 'string') return wrong(segment)
    template.push(segment)
  }
  return { template, problem: null }
}

function wrong(problem: string): ParsedTemplate {
  return { template: null, problem }
}

/** @returns the segment, or a sentence why it is none */
function parseSegment(text: string): TemplateSegment | string {
  if (text === '') return 'A folder has no name: there are two “/” side by side.'
  if (text === '.' || text === '..') return `“${text}” is not the name of a folder. Write names only.`
  const segment: (string | { readonly placeholder: Placeholder })[] = []
  for (const [piece] of text.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g)) {
    if (piece === '{' || piece === '}') return `A “${piece}” stands alone in “${text}”. Write {year}, for example.`
    if (piece.startsWith('{')) {
      const placeholder = placeholders.get(piece.slice(1, -1).trim().toLowerCase())
      if (placeholder === undefined) return unknownPlaceholder(piece)
      segment.push({ placeholder })
    } else {
      const [sign] = piece.match(/[<>:"|?*\p{Cc}]/u) ?? []
      if (sign !== undefined) return `The name of a folder can’t have ${shownSign(sign)} in it.`
      segment.push(piece)
    }
  }
  return segment.every((part) => typeof part === 'string') ? (nameProblem(text) ?? segment) : segment
}

function nameProblem(name: string): string | null {
  if (name.startsWith('.')) return `“${name}” would be a hidden folder. Begin its name with something else than a dot.`
  const safe = safeFolderName(name, longestName)
  return safe === name ? null : `A folder can’t be called “${name}” on every system. Try “${safe}”.`
}

function unknownPlaceholder(piece: string): string {
  const known = templatePlaceholders.map(({ name }) => `{${name}}`).join(', ')
  return piece.slice(1, -1).trim() === ''
    ? 'Nothing stands between “{” and “}”.'
    : `There is no ${piece}. There are ${known}.`
}

function shownSign(sign: string): string {
  return /\p{Cc}/u.test(sign) ? 'a control character' : `“${sign}”`
}
