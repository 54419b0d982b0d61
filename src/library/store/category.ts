import type BetterSqlite3 from 'better-sqlite3'
import { z } from 'zod'

/** What a person may change about a category. */
export interface CategoryFields {
  readonly name: string
  /** What it looks like; empty means that the name is the words. */
  readonly words: readonly string[]
  readonly notWords: readonly string[]
  /** 0 loosest … 1 strictest. */
  readonly strictness: number
  /** `#rrggbb` */
  readonly colour: string
  readonly hidden: boolean
  readonly parentId: number | null
  readonly position: number
  /** Winnow's surest guesses teach it too. */
  readonly useHints: boolean
}

export interface CategoryRow extends CategoryFields {
  readonly categoryId: number
  /** Of a built-in one, "animals/dog"; null for the person's own. */
  readonly key: string | null
  readonly synonyms: readonly string[]
  /** Only gathers others; never predicted itself. */
  readonly isGroup: boolean
  /** Fields of a built-in one that the person changed, which no newer vocabulary overwrites. */
  readonly touched: readonly string[]
  /** The choice it is part of: of its categories exactly one holds. */
  readonly choiceId: number | null
  /** Its place within the choice, from 0. */
  readonly choicePosition: number
}

export type NewCategory = Omit<CategoryRow, 'categoryId' | 'touched' | 'choiceId' | 'choicePosition'>

export type CategoryStore = ReturnType<typeof createCategoryStore>

interface Raw {
  readonly categoryId: number
  readonly key: string | null
  readonly name: string
  readonly words: string
  readonly notWords: string
  readonly synonyms: string
  readonly touched: string
  readonly strictness: number
  readonly colour: string
  readonly parentId: number | null
  readonly isGroup: number
  readonly hidden: number
  readonly position: number
  readonly useHints: number
  readonly choiceId: number | null
  readonly choicePosition: number
}

/** What is written with a category's own fields; its choice is written by `setChoice`. */
type RawFields = Omit<Raw, 'categoryId' | 'touched' | 'choiceId' | 'choicePosition'>

const columns = `id AS categoryId, key, name, words, not_words AS notWords, synonyms, touched, strictness, colour,
  parent_id AS parentId, is_group AS isGroup, hidden, position, use_hints AS useHints, choice_id AS choiceId,
  choice_position AS choicePosition`

const stringsSchema = z.array(z.string())

/** The `category` table: the person's own and the built-in vocabulary, which is nothing but categories. */
export function createCategoryStore(database: BetterSqlite3.Database) {
  const list = database.prepare<[], Raw>(
    `SELECT ${columns} FROM category WHERE removed_at_ms IS NULL ORDER BY key IS NOT NULL, position, id`,
  )
  const get = database.prepare<[number], Raw>(`SELECT ${columns} FROM category WHERE id = ?`)
  const byKey = database.prepare<[string], Raw>(`SELECT ${columns} FROM category WHERE key = ?`)
  const insert = database.prepare<[RawFields & { nowMs: number }], { categoryId: number }>(
    `INSERT INTO category
       (key, name, words, not_words, synonyms, strictness, colour, parent_id, is_group, hidden, position,
        use_hints, created_at_ms)
     VALUES
       (@key, @name, @words, @notWords, @synonyms, @strictness, @colour, @parentId, @isGroup, @hidden, @position,
        @useHints, @nowMs)
     RETURNING id AS categoryId`,
  )
  const update = database.prepare<[Omit<RawFields, 'key' | 'isGroup'> & { categoryId: number; touched: string }]>(
    `UPDATE category SET name = @name, words = @words, not_words = @notWords, synonyms = @synonyms, touched = @touched,
       strictness = @strictness, colour = @colour, parent_id = @parentId, hidden = @hidden, position = @position,
       use_hints = @useHints
     WHERE id = @categoryId`,
  )
  const setChoice = database.prepare<[number | null, number, number]>(
    'UPDATE category SET choice_id = ?, choice_position = ? WHERE id = ?',
  )
  const setRemoved = database.prepare<[number | null, number]>('UPDATE category SET removed_at_ms = ? WHERE id = ?')
  const lastPosition = database
    .prepare<[], number | null>('SELECT max(position) FROM category WHERE key IS NULL AND removed_at_ms IS NULL')
    .pluck()

  /** Parsing 500 rows takes milliseconds, and every call wants them. Within a transaction, which may be undone, they are read. */
  let listed: readonly CategoryRow[] | null = null

  return {
    /** All that are not removed: the person's own in their order, then the built-in ones. */
    list(): readonly CategoryRow[] {
      if (listed !== null) return listed
      const rows = list.all().map(fromRaw)
      if (!database.inTransaction) listed = rows
      return rows
    },
    /** Also a removed one. */
    get(categoryId: number): CategoryRow | null {
      const raw = get.get(categoryId)
      return raw === undefined ? null : fromRaw(raw)
    },
    byKey(key: string): CategoryRow | null {
      const raw = byKey.get(key)
      return raw === undefined ? null : fromRaw(raw)
    },
    insert(category: NewCategory, nowMs: number): number {
      listed = null
      return insert.get({ ...toRaw(category), nowMs })!.categoryId
    },
    /** Stores all fields of an existing one but its choice. */
    update(category: Omit<CategoryRow, 'key' | 'isGroup' | 'choiceId' | 'choicePosition'>): void {
      listed = null
      update.run({
        ...toRaw({ ...category, key: null, isGroup: false }),
        categoryId: category.categoryId,
        touched: JSON.stringify(category.touched),
      })
    },
    /** Makes it part of a choice, at this place, or of none. */
    setChoice(categoryId: number, choiceId: number | null, position: number): void {
      listed = null
      setChoice.run(choiceId, position, categoryId)
    },
    /** `null` brings it back, with all its decisions. */
    setRemoved(categoryId: number, atMs: number | null): void {
      listed = null
      setRemoved.run(atMs, categoryId)
    },
    /** Where a new category of the person's goes: behind the others. */
    nextPosition: (): number => (lastPosition.get() ?? -1) + 1,
  }
}

function fromRaw(raw: Raw): CategoryRow {
  return {
    ...raw,
    words: stringsSchema.parse(JSON.parse(raw.words)),
    notWords: stringsSchema.parse(JSON.parse(raw.notWords)),
    synonyms: stringsSchema.parse(JSON.parse(raw.synonyms)),
    touched: stringsSchema.parse(JSON.parse(raw.touched)),
    isGroup: raw.isGroup === 1,
    hidden: raw.hidden === 1,
    useHints: raw.useHints === 1,
  }
}

function toRaw(category: NewCategory): RawFields {
  return {
    ...category,
    words: JSON.stringify(category.words),
    notWords: JSON.stringify(category.notWords),
    synonyms: JSON.stringify(category.synonyms),
    isGroup: category.isGroup ? 1 : 0,
    hidden: category.hidden ? 1 : 0,
    useHints: category.useHints ? 1 : 0,
  }
}
