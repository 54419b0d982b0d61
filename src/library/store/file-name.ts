import type BetterSqlite3 from 'better-sqlite3'

/** One file of a photo, where a search finds it. */
export interface FileNameRow {
  readonly photoId: number
  readonly folderId: number
  /** Below the folder, `/` between names. */
  readonly relativePath: string
}

export type FileNameStore = ReturnType<typeof createFileNameStore>

const select = `SELECT file.photo_id AS photoId, file.folder_id AS folderId, file.relative_path AS relativePath
  FROM file CROSS JOIN folder ON folder.id = file.folder_id`
// The pluses: see photo-columns.ts; before `state` it keeps SQLite from starting with the index of states.
const there = "folder.removed_at_ms IS NULL AND +file.state IN ('found', 'looked', 'ready', 'failed')"

const present = "photo_id IS NOT NULL AND state <> 'missing'"

/** Where photos lie: names and folders for search, counts for suggestions. */
export function createFileNameStore(database: BetterSqlite3.Database) {
  const range = database.prepare<[number, number], FileNameRow>(
    `${select} WHERE file.photo_id > ? AND file.photo_id <= ? AND ${there} ORDER BY file.photo_id, file.id`,
  )
  const ofPhoto = database.prepare<[number], FileNameRow>(
    `${select} WHERE file.photo_id = +? AND ${there} ORDER BY file.id`,
  )
  const inFolder = database
    .prepare<[number], number>(`SELECT photo_id FROM file WHERE folder_id = ? AND ${present}`)
    .pluck()
  // The directory and all below it: '/' + 1 is '0', so that "a/b/" ≤ path < "a/b0".
  const inDirectory = database
    .prepare<[number, string, string], number>(
      `SELECT photo_id FROM file WHERE folder_id = ? AND relative_path >= ? AND relative_path < ? AND ${present}`,
    )
    .pluck()
  const directories = database.prepare<[], { folderId: number; directory: string; photoCount: number }>(
    `SELECT file.folder_id AS folderId, file.directory, count(*) AS photoCount FROM file
     JOIN folder ON folder.id = file.folder_id
     WHERE folder.removed_at_ms IS NULL AND file.state IN ('found', 'looked', 'ready')
     GROUP BY file.folder_id, file.directory`,
  )

  return {
    /** Files of photos behind `afterPhotoId` and up to `throughPhotoId`, by photo. */
    range: (afterPhotoId: number, throughPhotoId: number): readonly FileNameRow[] =>
      range.all(afterPhotoId, throughPhotoId),
    ofPhoto: (photoId: number): readonly FileNameRow[] => ofPhoto.all(photoId),
    /** Photos with a file in a folder, at any depth. */
    inFolder: (folderId: number): readonly number[] => inFolder.all(folderId),
    /** Photos with a file in a sub-folder or below it. `path` has `/` between names and none at its end. */
    inDirectory: (folderId: number, path: string): readonly number[] =>
      inDirectory.all(folderId, `${path}/`, `${path}0`),
    /** Photos directly in each directory; its path ends with `/`, and is '' for the folder itself. */
    directories: () => directories.all(),
  }
}
