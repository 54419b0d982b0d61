import type BetterSqlite3 from 'better-sqlite3'

export interface PhotoDetailsRow {
  readonly photoId: number
  readonly widthPx: number | null
  readonly heightPx: number | null
  readonly takenAtMs: number
  readonly takenAtSource: 'exif' | 'file'
  readonly camera: string | null
  readonly lens: string | null
  readonly exposure: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly mediaType: string | null
}

export interface PhotoFileRow {
  readonly fileId: number
  readonly folderId: number
  readonly folderPath: string
  readonly relativePath: string
  readonly sizeBytes: number
  readonly modifiedAtMs: number
  readonly state: 'found' | 'looked' | 'ready' | 'failed' | 'missing'
  /** 0 or 1 */
  readonly offline: number
}

/** One photo with all that is known of it. */
export function createPhotoDetailsStore(database: BetterSqlite3.Database) {
  const get = database.prepare<[number], PhotoDetailsRow>(
    `SELECT id AS photoId, width_px AS widthPx, height_px AS heightPx, taken_at_ms AS takenAtMs,
       taken_at_source AS takenAtSource, camera, lens, exposure, latitude, longitude, media_type AS mediaType
     FROM photo WHERE id = ?`,
  )
  const fileColumns = `file.id AS fileId, file.folder_id AS folderId, folder.path AS folderPath,
    file.relative_path AS relativePath, file.size_bytes AS sizeBytes, file.mtime_ms AS modifiedAtMs, file.state,
    folder.status = 'offline' AS offline`
  // The pluses: see photo-columns.ts.
  const files = database.prepare<[number], PhotoFileRow>(
    `SELECT ${fileColumns} FROM file CROSS JOIN folder ON folder.id = file.folder_id
     WHERE file.photo_id = +? AND folder.removed_at_ms IS NULL AND +file.state <> 'unsupported'
     ORDER BY file.state = 'missing', file.id`,
  )
  const file = database.prepare<[number], PhotoFileRow>(
    `SELECT ${fileColumns} FROM file CROSS JOIN folder ON folder.id = file.folder_id
     WHERE file.id = +? AND folder.removed_at_ms IS NULL`,
  )

  return {
    get: (photoId: number): PhotoDetailsRow | null => get.get(photoId) ?? null,
    /** Files of folders that were not removed; those that are missing come last. */
    files: (photoId: number): readonly PhotoFileRow[] => files.all(photoId),
    file: (fileId: number): PhotoFileRow | null => file.get(fileId) ?? null,
  }
}
