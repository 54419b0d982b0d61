import type BetterSqlite3 from 'better-sqlite3'

/** A file that still has to be looked at or read. */
export interface UnreadFile {
  readonly fileId: number
  readonly photoId: number
  readonly folderId: number
  readonly folderPath: string
  readonly relativePath: string
  readonly sizeBytes: number
  readonly mtimeMs: number
  readonly state: 'found' | 'looked'
  readonly crashCount: number
}

export interface WorkCounts {
  /** Files that are or shall be photos on screen, and those that can't be read. */
  readonly total: number
  readonly done: number
  readonly failed: number
}

const columns = `file.id AS fileId, file.photo_id AS photoId, folder.id AS folderId, folder.path AS folderPath,
  file.relative_path AS relativePath, file.size_bytes AS sizeBytes, file.mtime_ms AS mtimeMs, file.state,
  file.crash_count AS crashCount`

/** Of folders that are there: what lies on a drive that is away waits for it. */
const reachable = `folder.removed_at_ms IS NULL AND folder.status IN ('ready', 'scanning')`

// CROSS JOIN throughout: the order of these joins is known, and SQLite, left to itself, may begin with every unread file.
const unread = `SELECT ${columns} FROM file CROSS JOIN folder ON folder.id = file.folder_id
  CROSS JOIN photo ON photo.id = file.photo_id WHERE file.state IN ('found', 'looked') AND ${reachable}`

/** The database is the queue: work left is a query. */
export function createWorkStore(database: BetterSqlite3.Database) {
  const newest = database.prepare<[number], UnreadFile>(`${unread} ORDER BY photo.taken_at_ms DESC, file.id LIMIT ?`)
  const newestUnlooked = database.prepare<[number], UnreadFile>(
    `${unread} AND file.state = 'found' ORDER BY photo.taken_at_ms DESC, file.id LIMIT ?`,
  )
  const ofPhotos = database.prepare<[string], UnreadFile>(
    `SELECT ${columns} FROM json_each(?) AS wanted CROSS JOIN file ON file.photo_id = wanted.value
     CROSS JOIN folder ON folder.id = file.folder_id
     WHERE +file.state IN ('found', 'looked') AND ${reachable} ORDER BY wanted.key, file.id`,
  )
  const suspects = database
    .prepare<[], number>("SELECT id FROM file WHERE state IN ('found', 'looked') AND crash_count > 0")
    .pluck()
  const some = database.prepare<[string], UnreadFile>(
    `SELECT ${columns} FROM json_each(?) AS chosen CROSS JOIN file ON file.id = chosen.value
     CROSS JOIN folder ON folder.id = file.folder_id
     WHERE +file.state IN ('found', 'looked') AND file.photo_id IS NOT NULL AND ${reachable} ORDER BY chosen.key`,
  )
  const counts = database.prepare<[], { state: string; count: number }>(
    `SELECT file.state, count(*) AS count FROM folder CROSS JOIN file ON file.folder_id = folder.id
     WHERE ${reachable} AND file.state IN ('found', 'looked', 'ready', 'failed') GROUP BY file.state`,
  )

  return {
    /** Unread files, newest photo first. */
    newest: (limit: number): readonly UnreadFile[] => newest.all(limit),
    /** Those whose head was not read yet, newest first. */
    newestUnlooked: (limit: number): readonly UnreadFile[] => newestUnlooked.all(limit),
    /** Unread files of these photos, in their order. */
    ofPhotos: (photoIds: readonly number[]): readonly UnreadFile[] => ofPhotos.all(JSON.stringify(photoIds)),
    /** Ids of files over which the worker has died before. */
    suspects: (): readonly number[] => suspects.all(),
    /** Those of these files that are unread. */
    some: (fileIds: readonly number[]): readonly UnreadFile[] => some.all(JSON.stringify(fileIds)),
    counts(): WorkCounts {
      const byState = new Map(counts.all().map((row) => [row.state, row.count]))
      const of = (state: string): number => byState.get(state) ?? 0
      const done = of('ready') + of('failed')
      return { total: done + of('found') + of('looked'), done, failed: of('failed') }
    },
  }
}
