import type BetterSqlite3 from 'better-sqlite3'

export interface ProblemRow {
  readonly fileId: number
  readonly folderPath: string
  readonly relativePath: string
  readonly sizeBytes: number
  readonly code: string
  readonly reason: string
  readonly failedAtMs: number
}

const failed = `FROM file JOIN folder ON folder.id = file.folder_id WHERE file.state = 'failed' AND folder.removed_at_ms IS NULL`

const tryAgain = `state = 'found', crash_count = 0, failure_code = NULL, failure_message = NULL, failed_at_ms = NULL`

/** Files that could not be read, each with its reason. */
export function createProblemStore(database: BetterSqlite3.Database) {
  const list = database.prepare<[number, number], ProblemRow>(
    `SELECT file.id AS fileId, folder.path AS folderPath, relative_path AS relativePath, size_bytes AS sizeBytes,
       failure_code AS code, failure_message AS reason, failed_at_ms AS failedAtMs
     ${failed} ORDER BY failed_at_ms DESC, file.id DESC LIMIT ? OFFSET ?`,
  )
  const count = database.prepare<[], number>(`SELECT count(*) ${failed}`).pluck()
  const retryAll = database.prepare(`UPDATE file SET ${tryAgain} WHERE state = 'failed'`)
  const retrySome = database.prepare<[string]>(
    `UPDATE file SET ${tryAgain} WHERE state = 'failed' AND id IN (SELECT value FROM json_each(?))`,
  )
  const retryCode = database.prepare<[string]>(
    `UPDATE file SET ${tryAgain} WHERE state = 'failed' AND failure_code = ?`,
  )

  return {
    /** Latest first. */
    list: (limit: number, offset: number): readonly ProblemRow[] => list.all(limit, offset),
    count: (): number => count.get() ?? 0,
    /** As if they had never failed. Returns how many that were. */
    retry: (fileIds: readonly number[] | undefined): number =>
      (fileIds === undefined ? retryAll.run() : retrySome.run(JSON.stringify(fileIds))).changes,
    retryWithCode: (code: string): number => retryCode.run(code).changes,
  }
}
