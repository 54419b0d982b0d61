import { z } from 'zod'
import type { Condition } from './sort-rules.ts'
import { fileTypes } from './sort-rules.ts'

/** What names in a file of rules mean. None: nothing is called so; several: it can't be told which is meant. */
export interface RuleNames {
  readonly categoryIds: (name: string) => readonly number[]
  readonly choiceIds: (name: string) => readonly number[]
  /** Of a path as a person writes it. */
  readonly folders: (path: string) => readonly { readonly folderId: number; readonly folderPath: string }[]
}

/** The other way; null for what is gone. */
export interface RuleWords {
  readonly category: (categoryId: number) => string | null
  readonly choice: (choiceId: number) => string | null
  readonly folder: (folderId: number, folderPath: string) => string | null
}

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)])

const daySchema = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d{3})?)?)?)?$/, 'write a date like 2024-12-31, 2024-12 or 2024')

/** All must hold. */
export const conditionSchema = z
  .strictObject({
    category: oneOrMore(z.string()).optional(),
    choice: z.string().optional(),
    /** `from` is the first day that counts, `before` the first that does not any more. */
    date: z.strictObject({ from: daySchema.optional(), before: daySchema.optional() }).optional(),
    folder: z.string().optional(),
    /** At least so many stars. */
    rating: z.int().min(1).max(5).optional(),
    type: oneOrMore(z.enum(fileTypes)).optional(),
  })
  .refine((object) => Object.keys(object).length > 0, 'nothing is asked for; leave “when” out for every file')

/** @returns conditions by ids, or a sentence about a name that is none */
export function conditionOf(object: z.infer<typeof conditionSchema>, names: RuleNames): readonly Condition[] | string {
  const conditions: Condition[] = []
  const categoryIds: number[] = []
  for (const name of list(object.category)) {
    const id = theOne(names.categoryIds(name), 'category', name)
    if (typeof id === 'string') return id
    categoryIds.push(id)
  }
  if (categoryIds.length > 0) conditions.push({ kind: 'category', categoryIds })
  if (object.choice !== undefined) {
    const choiceId = theOne(names.choiceIds(object.choice), 'choice', object.choice)
    if (typeof choiceId === 'string') return choiceId
    conditions.push({ kind: 'choice', choiceId })
  }
  if (object.date !== undefined) {
    const [fromMs, toMs] = [object.date.from, object.date.before].map((day) => (day === undefined ? null : dayMs(day)))
    if (Number.isNaN(fromMs) || Number.isNaN(toMs)) return 'There is no such day in the calendar.'
    conditions.push({ kind: 'date', fromMs: fromMs ?? null, toMs: toMs ?? null })
  }
  if (object.folder !== undefined) {
    const folder = theOne(names.folders(object.folder), 'folder', object.folder)
    if (typeof folder === 'string') return folder
    conditions.push({ kind: 'folder', ...folder })
  }
  if (object.rating !== undefined) conditions.push({ kind: 'rating', atLeast: object.rating })
  if (object.type !== undefined) conditions.push({ kind: 'type', types: [...list(object.type)] })
  return conditions
}

/** A condition as it stands in a file; null where a name of it is gone. */
export function conditionsText(condition: Condition, words: RuleWords): z.infer<typeof conditionSchema> | null {
  switch (condition.kind) {
    case 'category': {
      const names = condition.categoryIds.map((id) => words.category(id)).filter((name) => name !== null)
      return names.length === 0 ? null : { category: single(names) }
    }
    case 'choice': {
      const choice = words.choice(condition.choiceId)
      return choice === null ? null : { choice }
    }
    case 'date':
      return {
        date: {
          ...(condition.fromMs === null ? {} : { from: dayText(condition.fromMs) }),
          ...(condition.toMs === null ? {} : { before: dayText(condition.toMs) }),
        },
      }
    case 'folder': {
      const folder = words.folder(condition.folderId, condition.folderPath)
      return folder === null ? null : { folder }
    }
    case 'rating':
      return { rating: condition.atLeast }
    case 'type':
      return { type: single(condition.types) }
  }
}

function theOne<T>(found: readonly T[], what: string, name: string): T | string {
  const [only, ...others] = found
  if (only === undefined) return `There is no ${what} called “${name}”.`
  return others.length === 0 ? only : `More than one ${what} is called “${name}”. Give it a name of its own.`
}

function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  return value === undefined ? [] : isList(value) ? value : [value]
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value)
}

function single<T>(values: readonly T[]): T | T[] {
  const [only, ...others] = values
  return only !== undefined && others.length === 0 ? only : [...values]
}

/** The camera's wall clock as if UTC. NaN for a day that is none. */
function dayMs(text: string): number {
  const ms = Date.parse(text.includes('T') ? `${text}Z` : text)
  // 31 February is taken for a day of March.
  return Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(text) ? Number.NaN : ms
}

function dayText(ms: number): string {
  return new Date(ms).toISOString().replace(/(?:T00:00:00)?\.000Z$|Z$/, '')
}
