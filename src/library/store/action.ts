import type BetterSqlite3 from 'better-sqlite3'

/** One step of undo. `change` is JSON, parsed by who knows its kinds. */
export interface ActionRow {
  readonly actionId: number
  /** A sentence in the past tense: "Said no to Dog for 3 photos". */
  readonly label: string
  readonly change: string
}

/** The `action` table: what can be undone and redone, in order. */
export function createActionStore(database: BetterSqlite3.Database) {
  const columns = 'id AS actionId, label, change'
  const lastDone = database.prepare<[], ActionRow>(
    `SELECT ${columns} FROM action WHERE state = 'done' ORDER BY id DESC LIMIT 1`,
  )
  const firstUndone = database.prepare<[], ActionRow>(
    `SELECT ${columns} FROM action WHERE state = 'undone' ORDER BY id LIMIT 1`,
  )
  const all = database.prepare<[], ActionRow>(`SELECT ${columns} FROM action ORDER BY id`)
  const insert = database.prepare<[string, string, number]>(
    "INSERT INTO action (label, change, state, at_ms) VALUES (?, ?, 'done', ?)",
  )
  const setState = database.prepare<[string, number]>('UPDATE action SET state = ? WHERE id = ?')
  const setChange = database.prepare<[string, number]>('UPDATE action SET change = ? WHERE id = ?')
  const remove = database.prepare<[number]>('DELETE FROM action WHERE id = ?')
  const clearUndone = database.prepare("DELETE FROM action WHERE state = 'undone'")
  const keepLatest = database.prepare<[number]>(
    'DELETE FROM action WHERE id NOT IN (SELECT id FROM action ORDER BY id DESC LIMIT ?)',
  )

  return {
    lastDone: (): ActionRow | null => lastDone.get() ?? null,
    firstUndone: (): ActionRow | null => firstUndone.get() ?? null,
    all: (): readonly ActionRow[] => all.all(),
    insert: (label: string, change: string, nowMs: number): void => void insert.run(label, change, nowMs),
    setState: (actionId: number, state: 'done' | 'undone'): void => void setState.run(state, actionId),
    setChange: (actionId: number, change: string): void => void setChange.run(change, actionId),
    /** It was taken back by other means than a step of undo. */
    delete: (actionId: number): void => void remove.run(actionId),
    /** What was undone can't be redone once something else has happened. */
    clearUndone: (): void => void clearUndone.run(),
    keepLatest: (count: number): void => void keepLatest.run(count),
  }
}
