import type BetterSqlite3 from 'better-sqlite3'

/** Categories of which exactly one holds; the categories name it (`CategoryRow.choiceId`). */
export interface ChoiceRow {
  readonly choiceId: number
  readonly name: string
  /** "None of these" is possible. */
  readonly allowsNone: boolean
}

interface Raw {
  readonly choiceId: number
  readonly name: string
  readonly allowsNone: number
}

/** The `choice` table. A removed one is kept, for undo, and has no members. */
export function createChoiceStore(database: BetterSqlite3.Database) {
  const columns = 'id AS choiceId, name, allows_none AS allowsNone'
  const list = database.prepare<[], Raw>(`SELECT ${columns} FROM choice WHERE removed_at_ms IS NULL ORDER BY id`)
  const get = database.prepare<[number], Raw>(`SELECT ${columns} FROM choice WHERE id = ? AND removed_at_ms IS NULL`)
  const insert = database.prepare<[string, number, number], { choiceId: number }>(
    'INSERT INTO choice (name, allows_none, created_at_ms) VALUES (?, ?, ?) RETURNING id AS choiceId',
  )
  const update = database.prepare<[string, number, number]>('UPDATE choice SET name = ?, allows_none = ? WHERE id = ?')
  const setRemoved = database.prepare<[number | null, number]>('UPDATE choice SET removed_at_ms = ? WHERE id = ?')

  return {
    list: (): readonly ChoiceRow[] => list.all().map(fromRaw),
    /** Null when it is not there or was removed. */
    get(choiceId: number): ChoiceRow | null {
      const raw = get.get(choiceId)
      return raw === undefined ? null : fromRaw(raw)
    },
    insert: (name: string, allowsNone: boolean, nowMs: number): number =>
      insert.get(name, allowsNone ? 1 : 0, nowMs)!.choiceId,
    update: ({ choiceId, name, allowsNone }: ChoiceRow): void => void update.run(name, allowsNone ? 1 : 0, choiceId),
    /** `null` brings it back. Its members are the caller's to set. */
    setRemoved: (choiceId: number, atMs: number | null): void => void setRemoved.run(atMs, choiceId),
  }
}

function fromRaw({ allowsNone, ...raw }: Raw): ChoiceRow {
  return { ...raw, allowsNone: allowsNone === 1 }
}
