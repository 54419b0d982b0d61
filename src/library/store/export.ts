import type BetterSqlite3 from 'better-sqlite3'

export interface ExportFileRow {
  readonly photoId: number
  readonly relativePath: string
  readonly contentHash: string
  readonly takenAtMs: number
  readonly widthPx: number | null
  readonly heightPx: number | null
}

/** Files that are ready, in the order of their paths. */
export function createExportStore(database: BetterSqlite3.Database) {
  const page = database.prepare<[number, string, number], ExportFileRow>(
    `SELECT photo.id AS photoId, file.relative_path AS relativePath, photo.content_hash AS contentHash,
       photo.taken_at_ms AS takenAtMs, photo.width_px AS widthPx, photo.height_px AS heightPx
     FROM file CROSS JOIN photo ON photo.id = file.photo_id
     WHERE file.folder_id = +? AND file.relative_path > +? AND +file.state = 'ready' AND photo.content_hash IS NOT NULL
     ORDER BY file.relative_path LIMIT ?`,
  )

  return {
    /** Up to `limit` files of a folder behind a path below it ('' from the beginning). */
    page: (folderId: number, afterRelativePath: string, limit: number): readonly ExportFileRow[] =>
      page.all(folderId, afterRelativePath, limit),
  }
}
