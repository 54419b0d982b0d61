import type BetterSqlite3 from 'better-sqlite3'
import type { z } from 'zod'

export type SettingStore = ReturnType<typeof createSettingStore>

/** The `setting` table: JSON by key, parsed when read. */
export function createSettingStore(database: BetterSqlite3.Database) {
  const get = database.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?')
  const set = database.prepare<[string, string]>(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )

  return {
    /** Null when it was never set, or was set by a Winnow that meant something else by it. */
    get<S extends z.ZodType>(key: string, schema: S): z.output<S> | null {
      const row = get.get(key)
      if (row === undefined) return null
      const parsed = schema.safeParse(JSON.parse(row.value))
      return parsed.success ? parsed.data : null
    },
    set: (key: string, value: unknown): void => void set.run(key, JSON.stringify(value)),
  }
}
