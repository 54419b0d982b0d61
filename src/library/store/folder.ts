import type BetterSqlite3 from 'better-sqlite3'
import type { Folder } from '../../contract/folders.ts'

export type FolderStatus = Folder['status']

export interface FolderRow {
  readonly folderId: number
  /** As the operating system spells it, without links. */
  readonly path: string
  readonly status: FolderStatus
  readonly notice: string | null
  readonly lastScanAtMs: number | null
  readonly removedAtMs: number | null
}

const columns = `id AS folderId, path, status, notice, last_scan_at_ms AS lastScanAtMs, removed_at_ms AS removedAtMs`

/** The `folder` table: roots a person added, and those removed but not yet purged. */
export function createFolderStore(database: BetterSqlite3.Database) {
  const list = database.prepare<[], FolderRow>(`SELECT ${columns} FROM folder ORDER BY path`)
  const get = database.prepare<[number], FolderRow>(`SELECT ${columns} FROM folder WHERE id = ?`)
  const insert = database.prepare<[string, number], { folderId: number }>(
    'INSERT INTO folder (path, added_at_ms) VALUES (?, ?) RETURNING id AS folderId',
  )
  const setStatus = database.prepare<[FolderStatus, string | null, number]>(
    'UPDATE folder SET status = ?, notice = ? WHERE id = ?',
  )
  const setScanned = database.prepare<[number, number]>('UPDATE folder SET last_scan_at_ms = ? WHERE id = ?')
  const setRemoved = database.prepare<[number | null, number]>('UPDATE folder SET removed_at_ms = ? WHERE id = ?')
  const remove = database.prepare<[number]>('DELETE FROM folder WHERE id = ?')
  const takeIn = database.prepare<[number, string, number]>(
    'UPDATE file SET folder_id = ?, relative_path = ? || relative_path WHERE folder_id = ?',
  )
  const dropShadowed = database.prepare<[number, string, number]>(
    `DELETE FROM file WHERE folder_id = ? AND relative_path IN (
       SELECT ? || relative_path FROM file WHERE folder_id = ?)`,
  )

  return {
    /** Folders the person has now, by path. */
    list: (): readonly FolderRow[] => list.all().filter((row) => row.removedAtMs === null),
    /** With those removed but not yet purged. */
    listWithRemoved: (): readonly FolderRow[] => list.all(),
    get: (folderId: number): FolderRow | undefined => get.get(folderId),
    insert: (path: string, nowMs: number): number => insert.get(path, nowMs)!.folderId,
    setStatus: (folderId: number, status: FolderStatus, notice: string | null): void =>
      void setStatus.run(status, notice, folderId),
    setScanned: (folderId: number, nowMs: number): void => void setScanned.run(nowMs, folderId),
    /** `null` brings a removed folder back with all it had. */
    setRemoved: (folderId: number, atMs: number | null): void => void setRemoved.run(atMs, folderId),
    /** Deletes the row and its files' rows. */
    delete: (folderId: number): void => void remove.run(folderId),
    /** Deletes files of `outerId` that `takeIn` would bring a second time. */
    dropShadowed: (outerId: number, prefix: string, innerId: number): void =>
      void dropShadowed.run(outerId, prefix, innerId),
    /** Moves the files of `innerId` into `outerId`, below `prefix` ("2024/trip/"); then `innerId` can be deleted. */
    takeIn: (outerId: number, prefix: string, innerId: number): void => void takeIn.run(outerId, prefix, innerId),
  }
}
