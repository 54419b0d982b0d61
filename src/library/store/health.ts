import type BetterSqlite3 from 'better-sqlite3'

/** What the doctor asks the database. */
export function createHealthStore(database: BetterSqlite3.Database) {
  const counts = database.prepare<
    [],
    { photos: number; files: number; embeddings: number; categories: number; decisions: number; predictions: number }
  >(
    `SELECT (SELECT count(*) FROM photo) AS photos, (SELECT count(*) FROM file WHERE state <> 'missing') AS files,
       (SELECT count(DISTINCT photo_id) FROM embedding) AS embeddings, (SELECT count(*) FROM category WHERE removed_at_ms IS NULL) AS categories,
       (SELECT count(*) FROM decision) AS decisions, (SELECT count(*) FROM prediction) AS predictions`,
  )

  return {
    /** 'ok', or the first thing that is wrong with the file. Reads all of it: about a second per gigabyte. */
    check: (): string => String(database.pragma('quick_check(1)', { simple: true })),
    /** Rows that point at nothing. */
    danglingCount: (): number => database.prepare('PRAGMA foreign_key_check').all().length,
    version: (): string => String(database.prepare('SELECT sqlite_version()').pluck().get()),
    counts: () => counts.get()!,
  }
}
