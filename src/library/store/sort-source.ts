import type BetterSqlite3 from 'better-sqlite3'
import type { FileState } from '../../core/scan/file-state.ts'

/** A file that can be sorted, with what is known of its photo. */
export interface SortSourceRow {
  readonly fileId: number
  readonly folderId: number
  readonly relativePath: string
  readonly sizeBytes: number
  readonly mtimeMs: number
  readonly state: FileState
  readonly failureCode: string | null
  readonly photoId: number | null
  /** Null where it is not known to be that of the file as it is now. */
  readonly contentHash: string | null
  readonly takenAtMs: number | null
  readonly camera: string | null
}

const columns = `file.id AS fileId, file.folder_id AS folderId, file.relative_path AS relativePath,
  file.size_bytes AS sizeBytes, file.mtime_ms AS mtimeMs, file.state, file.failure_code AS failureCode,
  file.photo_id AS photoId, CASE WHEN file.verified THEN photo.content_hash END AS contentHash,
  photo.taken_at_ms AS takenAtMs, photo.camera`

/** Files as sorting sees them. */
export function createSortSourceStore(database: BetterSqlite3.Database) {
  const page = database.prepare<[number, number, number], SortSourceRow>(
    `SELECT ${columns} FROM file LEFT JOIN photo ON photo.id = file.photo_id
     WHERE file.folder_id = ? AND file.id > ? AND file.state <> 'missing' ORDER BY file.id LIMIT ?`,
  )
  const hashAt = database
    .prepare<[number, string, number, number], string>(
      `SELECT photo.content_hash FROM file JOIN photo ON photo.id = file.photo_id
       WHERE file.folder_id = ? AND file.relative_path = ? AND file.size_bytes = ? AND file.mtime_ms = ? AND file.verified
         AND photo.content_hash IS NOT NULL`,
    )
    .pluck()

  return {
    /** Files of a folder that are not missing, in the order of their ids. */
    page: (folderId: number, afterFileId: number, limit: number): readonly SortSourceRow[] =>
      page.all(folderId, afterFileId, limit),
    /** The content hash of a file that was read at this size and time. */
    hashAt: (folderId: number, relativePath: string, sizeBytes: number, mtimeMs: number): string | null =>
      hashAt.get(folderId, relativePath, sizeBytes, mtimeMs) ?? null,
  }
}
