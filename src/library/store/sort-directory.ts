import type BetterSqlite3 from 'better-sqlite3'

/** `made`: by the run, on the target · `left`: the run took files from it. */
export type SortDirectoryKind = 'made' | 'left'

/** The `sort_directory` table: directories of a run. Paths are absolute. */
export function createSortDirectoryStore(database: BetterSqlite3.Database) {
  const add = database.prepare<[number, string, SortDirectoryKind]>(
    'INSERT OR IGNORE INTO sort_directory (run_id, path, kind) VALUES (?, ?, ?)',
  )
  const remove = database.prepare<[number, string, SortDirectoryKind]>(
    'DELETE FROM sort_directory WHERE run_id = ? AND path = ? AND kind = ?',
  )
  const list = database
    .prepare<[number, SortDirectoryKind], string>(
      'SELECT path FROM sort_directory WHERE run_id = ? AND kind = ? ORDER BY length(path) DESC, path',
    )
    .pluck()

  return {
    add: (runId: number, path: string, kind: SortDirectoryKind): void => void add.run(runId, path, kind),
    remove: (runId: number, path: string, kind: SortDirectoryKind): void => void remove.run(runId, path, kind),
    /** Those inside others first. */
    list: (runId: number, kind: SortDirectoryKind): readonly string[] => list.all(runId, kind),
  }
}
