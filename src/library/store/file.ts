import type BetterSqlite3 from 'better-sqlite3'
import type { FileState } from '../../core/scan/file-state.ts'

export interface FileRow {
  readonly fileId: number
  readonly folderId: number
  /** Below the folder, `/` between names, as the file system spells it. */
  readonly relativePath: string
  readonly sizeBytes: number
  readonly mtimeMs: number
  readonly photoId: number | null
  readonly state: FileState
  readonly failureCode: string | null
  /** Whether `photoId` is known to be the content of this file at this size and time. */
  readonly verified: 0 | 1
  readonly crashCount: number
}

export interface NewFile {
  readonly folderId: number
  readonly relativePath: string
  readonly sizeBytes: number
  readonly mtimeMs: number
  readonly photoId: number | null
  readonly state: 'found' | 'unsupported'
  readonly failureCode: string | null
}

const columns = `file.id AS fileId, folder_id AS folderId, relative_path AS relativePath, size_bytes AS sizeBytes,
  mtime_ms AS mtimeMs, photo_id AS photoId, state, failure_code AS failureCode, verified, crash_count AS crashCount`

const noFailure = 'failure_code = NULL, failure_message = NULL, failed_at_ms = NULL'

/** The `file` table: paths below the person's folders and how far each has come. */
export function createFileStore(database: BetterSqlite3.Database) {
  const get = database.prepare<[number], FileRow>(`SELECT ${columns} FROM file WHERE id = ?`)
  const inDirectory = database.prepare<[number, string], FileRow>(
    `SELECT ${columns} FROM file WHERE folder_id = ? AND directory = ?`,
  )
  const directories = database
    .prepare<[number], string>("SELECT DISTINCT directory FROM file WHERE folder_id = ? AND state <> 'missing'")
    .pluck()
  const insert = database.prepare<[NewFile], { fileId: number }>(
    `INSERT INTO file (folder_id, relative_path, size_bytes, mtime_ms, photo_id, state, failure_code)
     VALUES (@folderId, @relativePath, @sizeBytes, @mtimeMs, @photoId, @state, @failureCode) RETURNING id AS fileId`,
  )
  const setChanged = database.prepare<[number, number, number, number]>(
    `UPDATE file SET state = 'found', size_bytes = ?, mtime_ms = ?, photo_id = ?, verified = 0, crash_count = 0,
       missing_since_ms = NULL, ${noFailure} WHERE id = ?`,
  )
  const setUnsupported = database.prepare<[number, number, string | null, number]>(
    `UPDATE file SET state = 'unsupported', size_bytes = ?, mtime_ms = ?, missing_since_ms = NULL,
       failure_code = ?, failure_message = NULL, failed_at_ms = NULL WHERE id = ?`,
  )
  const setReturned = database.prepare<[number]>(
    `UPDATE file SET state = 'ready', missing_since_ms = NULL, ${noFailure} WHERE id = ?`,
  )
  const setMissing = database.prepare<[number, number]>(
    `UPDATE file SET state = 'missing', missing_since_ms = ?, ${noFailure} WHERE id = ?`,
  )
  const inDirectoryPresent = database.prepare<[number, string], { fileId: number; photoId: number | null }>(
    "SELECT id AS fileId, photo_id AS photoId FROM file WHERE folder_id = ? AND directory = ? AND state <> 'missing'",
  )
  const missing = database.prepare<[], FileRow>(
    `SELECT ${columns} FROM file WHERE state = 'missing' AND photo_id IS NOT NULL`,
  )
  const placeholdersOfSizes = database.prepare<[string], FileRow>(
    `SELECT ${columns} FROM file JOIN photo ON photo.id = file.photo_id
     WHERE state IN ('found', 'looked') AND photo.content_hash IS NULL AND size_bytes IN (SELECT value FROM json_each(?))`,
  )
  const setLooked = database.prepare<[number]>("UPDATE file SET state = 'looked' WHERE id = ? AND state = 'found'")
  const setReady = database.prepare<[number, number]>(
    `UPDATE file SET state = 'ready', photo_id = ?, verified = 1, crash_count = 0, ${noFailure} WHERE id = ?`,
  )
  const setFailed = database.prepare<[string, string, number, number]>(
    "UPDATE file SET state = 'failed', failure_code = ?, failure_message = ?, failed_at_ms = ? WHERE id = ?",
  )
  const addCrash = database.prepare<[number], { crashCount: number }>(
    'UPDATE file SET crash_count = crash_count + 1 WHERE id = ? RETURNING crash_count AS crashCount',
  )
  const adopt = database.prepare<[number, number]>(
    `UPDATE file SET (photo_id, verified, state) = (
       SELECT photo_id, verified, CASE WHEN verified THEN 'ready' ELSE 'found' END FROM file WHERE id = ?)
     WHERE id = ?`,
  )
  const remove = database.prepare<[number]>('DELETE FROM file WHERE id = ?')
  const removeMissingOf = database.prepare<[number]>("DELETE FROM file WHERE photo_id = ? AND state = 'missing'")
  const removeMissingTwins = database.prepare(
    `DELETE FROM file WHERE state = 'missing' AND EXISTS (
       SELECT 1 FROM file AS twin WHERE twin.photo_id = file.photo_id AND twin.state = 'ready')`,
  )
  const removeMissingUnread = database.prepare(
    `DELETE FROM file WHERE state = 'missing' AND (photo_id IS NULL OR (
       EXISTS (SELECT 1 FROM photo WHERE photo.id = file.photo_id AND photo.content_hash IS NULL)
       AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.photo_id = file.photo_id)))`,
  )
  const repoint = database.prepare<[number, number]>('UPDATE file SET photo_id = ? WHERE photo_id = ?')
  const ofPhoto = database.prepare<[number], FileRow>(`SELECT ${columns} FROM file WHERE photo_id = ? ORDER BY id`)
  const at = database.prepare<[number, string], FileRow>(
    `SELECT ${columns} FROM file WHERE folder_id = ? AND relative_path = ?`,
  )
  const relocate = database.prepare<[number, string, number, number, number]>(
    'UPDATE file SET folder_id = ?, relative_path = ?, size_bytes = ?, mtime_ms = ?, missing_since_ms = NULL WHERE id = ?',
  )
  const insertTwin = database.prepare<[number, string, number, number]>(
    `INSERT INTO file (folder_id, relative_path, size_bytes, mtime_ms, photo_id, state, failure_code, verified)
     SELECT ?, ?, size_bytes, ?, photo_id, state, failure_code, verified FROM file WHERE id = ?`,
  )
  const requeueOfPhoto = database.prepare<[number]>(
    "UPDATE file SET state = 'looked' WHERE photo_id = ? AND state = 'ready'",
  )

  return {
    get: (fileId: number): FileRow | undefined => get.get(fileId),
    /** @param directory with its `/` at the end; '' for the folder itself. */
    inDirectory: (folderId: number, directory: string): readonly FileRow[] => inDirectory.all(folderId, directory),
    /** Directories that hold files which are not missing. */
    directories: (folderId: number): readonly string[] => directories.all(folderId),
    presentIn: (folderId: number, directory: string) => inDirectoryPresent.all(folderId, directory),
    insert: (file: NewFile): number => insert.get(file)!.fileId,
    /** New bytes may be behind this path: it is read again. Its photo stays until the hash says otherwise. */
    setChanged: (fileId: number, sizeBytes: number, mtimeMs: number, photoId: number): void =>
      void setChanged.run(sizeBytes, mtimeMs, photoId, fileId),
    setUnsupported: (fileId: number, sizeBytes: number, mtimeMs: number, failureCode: string | null): void =>
      void setUnsupported.run(sizeBytes, mtimeMs, failureCode, fileId),
    /** Its photo is known already. */
    setReturned: (fileId: number): void => void setReturned.run(fileId),
    setMissing: (fileId: number, nowMs: number): void => void setMissing.run(nowMs, fileId),
    /** Missing files that were photos. */
    missing: (): readonly FileRow[] => missing.all(),
    /** Files that were never read, of one of these sizes. */
    placeholdersOfSizes: (sizesBytes: readonly number[]): readonly FileRow[] =>
      placeholdersOfSizes.all(JSON.stringify(sizesBytes)),
    setLooked: (fileId: number): void => void setLooked.run(fileId),
    setReady: (fileId: number, photoId: number): void => void setReady.run(photoId, fileId),
    setFailed: (fileId: number, code: string, message: string, nowMs: number): void =>
      void setFailed.run(code, message, nowMs, fileId),
    /** Returns how often the worker has now died over this file. */
    addCrash: (fileId: number): number => addCrash.get(fileId)?.crashCount ?? 0,
    /** `toFileId` is where `fromFileId` was moved to: it takes over its photo. */
    adopt: (fromFileId: number, toFileId: number): void => void adopt.run(fromFileId, toFileId),
    /** What is gone and was never read leaves nothing to remember. */
    deleteMissingUnread: (): void => void removeMissingUnread.run(),
    delete: (fileId: number): void => void remove.run(fileId),
    /** The photo is at hand elsewhere: files of it that are missing were moved there. */
    deleteMissingOf: (photoId: number): void => void removeMissingOf.run(photoId),
    /** Where a photo is at hand elsewhere, missing files of it tell nothing any more. */
    deleteMissingTwins: (): void => void removeMissingTwins.run(),
    repoint: (fromPhotoId: number, toPhotoId: number): void => void repoint.run(toPhotoId, fromPhotoId),
    ofPhoto: (photoId: number): readonly FileRow[] => ofPhoto.all(photoId),
    at: (folderId: number, relativePath: string): FileRow | undefined => at.get(folderId, relativePath),
    /** It was moved, and is as it was: whatever is known of it stays. Nothing else may be at that path. */
    relocate: (
      fileId: number,
      to: { readonly folderId: number; readonly relativePath: string },
      sizeBytes: number,
      mtimeMs: number,
    ): void => void relocate.run(to.folderId, to.relativePath, sizeBytes, mtimeMs, fileId),
    /** A copy of it was made there: the same photo, known as well. Nothing else may be at that path. */
    insertTwin: (
      fileId: number,
      to: { readonly folderId: number; readonly relativePath: string },
      mtimeMs: number,
    ): void => void insertTwin.run(to.folderId, to.relativePath, mtimeMs, fileId),
    /** Reads a photo again (its thumbnail is gone, say). */
    requeueOfPhoto: (photoId: number): void => void requeueOfPhoto.run(photoId),
  }
}
