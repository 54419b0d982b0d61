import type BetterSqlite3 from 'better-sqlite3'

export type StoredEntryState = 'waiting' | 'placing' | 'done' | 'failed' | 'undoing' | 'undone' | 'kept'
export type Pending = 'apply' | 'undo'

/** One file of a run, as the journal has it. */
export interface SortEntryRow {
  readonly entryId: number
  readonly runId: number
  readonly groupNumber: number
  readonly isCompanion: 0 | 1
  readonly fileId: number | null
  readonly photoId: number | null
  readonly fromPath: string
  readonly toPath: string
  readonly sizeBytes: number
  /** As it was planned; once placed, as it stood there then. */
  readonly mtimeMs: number
  readonly contentHash: string | null
  readonly state: StoredEntryState
  readonly pending: Pending | null
  readonly reason: string | null
}

export interface NewEntryRow extends Pick<
  SortEntryRow,
  'runId' | 'photoId' | 'fromPath' | 'toPath' | 'sizeBytes' | 'contentHash'
> {
  /** Files that stay together have the same. */
  readonly groupNumber: number
  readonly isCompanion: boolean
  /** Null for what the library does not list. */
  readonly fileId: number | null
  /** As it was when the run was planned: a file that has changed since is left alone. */
  readonly mtimeMs: number
}

/** Of entries that are counted: how many, and their bytes. */
export interface EntryTotals {
  readonly files: number
  readonly sizeBytes: number
}

export interface SortedFrom {
  readonly fileId: number
  readonly fromPath: string
  readonly toPath: string
  readonly folderPath: string
  readonly relativePath: string
}

const columns = `id AS entryId, run_id AS runId, group_number AS groupNumber, is_companion AS isCompanion, file_id AS fileId,
  photo_id AS photoId, from_path AS fromPath, to_path AS toPath, size_bytes AS sizeBytes, mtime_ms AS mtimeMs,
  content_hash AS contentHash, state, pending, reason`

/** What a person sees as one state. */
const shownAs: Readonly<Record<'waiting' | 'done' | 'failed' | 'undone' | 'kept', readonly StoredEntryState[]>> = {
  waiting: ['waiting', 'placing'],
  done: ['done', 'undoing'],
  failed: ['failed'],
  undone: ['undone'],
  kept: ['kept'],
}
export type ShownEntryState = keyof typeof shownAs

/** The `sort_entry` table: the journal of each file of a run. */
export function createSortEntryStore(database: BetterSqlite3.Database) {
  const insert = database.prepare<[Omit<NewEntryRow, 'isCompanion'> & { isCompanion: number }]>(
    `INSERT INTO sort_entry (run_id, group_number, is_companion, file_id, photo_id, from_path, to_path, size_bytes, mtime_ms,
       content_hash, state, pending)
     VALUES (@runId, @groupNumber, @isCompanion, @fileId, @photoId, @fromPath, @toPath, @sizeBytes, @mtimeMs,
       @contentHash, 'waiting', 'apply')`,
  )
  const next = database.prepare<[number, StoredEntryState, Pending, number], SortEntryRow>(
    `SELECT ${columns} FROM sort_entry WHERE run_id = ? AND state = ? AND pending = ? ORDER BY id LIMIT ?`,
  )
  const ofGroup = database.prepare<[number, number, StoredEntryState, Pending], SortEntryRow>(
    `SELECT ${columns} FROM sort_entry WHERE run_id = ? AND group_number = ? AND state = ? AND pending = ? ORDER BY id`,
  )
  const inHand = database.prepare<[number], SortEntryRow>(
    `SELECT ${columns} FROM sort_entry WHERE run_id = ? AND state IN ('placing', 'undoing') ORDER BY id`,
  )
  const setState = database.prepare<[StoredEntryState, string | null, number]>(
    'UPDATE sort_entry SET state = ?, reason = ? WHERE id = ?',
  )
  const settle = database.prepare<[StoredEntryState, string | null, number]>(
    'UPDATE sort_entry SET state = ?, reason = ?, pending = NULL WHERE id = ?',
  )
  const setFacts = database.prepare<[number, string | null, number]>(
    'UPDATE sort_entry SET mtime_ms = ?, content_hash = coalesce(?, content_hash) WHERE id = ?',
  )
  const wantUndo = database.prepare<[number]>(
    "UPDATE sort_entry SET state = 'done', pending = 'undo', reason = NULL WHERE run_id = ? AND state IN ('done', 'kept')",
  )
  const forgetWaiting = database.prepare<[number]>(
    "UPDATE sort_entry SET pending = NULL WHERE run_id = ? AND state = 'waiting'",
  )
  const wantSomeUndone = database.prepare<[number, number, string]>(
    `UPDATE sort_entry SET state = 'done', pending = 'undo', reason = NULL
     WHERE run_id = ? AND state IN ('done', 'kept') AND group_number IN (
       SELECT group_number FROM sort_entry WHERE run_id = ? AND id IN (SELECT value FROM json_each(?)))`,
  )
  const keepDone = database.prepare<[number]>(
    "UPDATE sort_entry SET pending = NULL WHERE run_id = ? AND pending = 'undo'",
  )
  const wantWaiting = database.prepare<[number]>(
    "UPDATE sort_entry SET pending = 'apply' WHERE run_id = ? AND state = 'waiting'",
  )
  const wantAgain = database.prepare<[number]>(
    "UPDATE sort_entry SET state = 'waiting', pending = 'apply', reason = NULL WHERE run_id = ? AND state = 'undone'",
  )
  const pending = database.prepare<[number, Pending], EntryTotals>(
    `SELECT count(*) AS files, coalesce(sum(size_bytes), 0) AS sizeBytes FROM sort_entry WHERE run_id = ? AND pending = ?`,
  )
  const withStates = database.prepare<[number, string], EntryTotals>(
    `SELECT count(*) AS files, coalesce(sum(size_bytes), 0) AS sizeBytes FROM sort_entry
     WHERE run_id = ? AND state IN (SELECT value FROM json_each(?))`,
  )
  const page = database.prepare<[number, string, number, number], SortEntryRow>(
    `SELECT ${columns} FROM sort_entry WHERE run_id = ? AND state IN (SELECT value FROM json_each(?))
     ORDER BY id LIMIT ? OFFSET ?`,
  )
  const pageOfAll = database.prepare<[number, number, number], SortEntryRow>(
    `SELECT ${columns} FROM sort_entry WHERE run_id = ? ORDER BY id LIMIT ? OFFSET ?`,
  )
  const sortedFrom = database.prepare<[string], SortedFrom>(
    `SELECT file.id AS fileId, sort_entry.from_path AS fromPath, sort_entry.to_path AS toPath, folder.path AS folderPath,
       file.relative_path AS relativePath
     FROM json_each(?) AS wanted CROSS JOIN file ON file.id = wanted.value
     CROSS JOIN folder ON folder.id = file.folder_id
     CROSS JOIN sort_entry ON sort_entry.id = (
       SELECT max(moved.id) FROM sort_entry AS moved JOIN sort_run ON sort_run.id = moved.run_id
       WHERE moved.file_id = file.id AND moved.state IN ('done', 'kept') AND sort_run.action = 'move')`,
  )

  return {
    /** As `waiting`, to be applied. */
    insert: (entry: NewEntryRow): void => void insert.run({ ...entry, isCompanion: entry.isCompanion ? 1 : 0 }),
    /** The first of those that such a thing is still to be done with. */
    next: (runId: number, pendingKind: Pending, limit: number): readonly SortEntryRow[] =>
      next.all(runId, pendingKind === 'apply' ? 'waiting' : 'done', pendingKind, limit),
    /** The same of one group. */
    nextOfGroup: (runId: number, groupNumber: number, pendingKind: Pending): readonly SortEntryRow[] =>
      ofGroup.all(runId, groupNumber, pendingKind === 'apply' ? 'waiting' : 'done', pendingKind),
    /** Those that were begun and not ended. */
    inHand: (runId: number): readonly SortEntryRow[] => inHand.all(runId),
    /** What is still to be done stays so. */
    setState: (entryId: number, state: StoredEntryState, reason: string | null): void =>
      void setState.run(state, reason, entryId),
    /** Nothing is left to be done with it. */
    settle: (entryId: number, state: StoredEntryState, reason: string | null): void =>
      void settle.run(state, reason, entryId),
    /** As it stands now where Winnow put it. */
    setFacts: (entryId: number, mtimeMs: number, contentHash: string | null): void =>
      void setFacts.run(mtimeMs, contentHash, entryId),
    /** All that is done (or was kept: what was in the way may be gone) is to be undone, or with `entryIds` these and their groups; what waits is wanted no more. */
    wantUndo(runId: number, entryIds: readonly number[] | null): void {
      if (entryIds === null) {
        wantUndo.run(runId)
        forgetWaiting.run(runId)
      } else wantSomeUndone.run(runId, runId, JSON.stringify(entryIds))
    },
    /** What was to be undone and is not begun stays done. */
    keepDone: (runId: number): void => void keepDone.run(runId),
    /** All that waits is to be applied. */
    wantWaiting: (runId: number): void => void wantWaiting.run(runId),
    /** What was undone is to be applied again. */
    wantAgain: (runId: number): void => void wantAgain.run(runId),
    pending: (runId: number, kind: Pending): EntryTotals => pending.get(runId, kind)!,
    withStates: (runId: number, states: readonly StoredEntryState[]): EntryTotals =>
      withStates.get(runId, JSON.stringify(states))!,
    /** In the order they were planned; null: of every state. */
    page: (runId: number, state: ShownEntryState | null, offset: number, limit: number): readonly SortEntryRow[] =>
      state === null
        ? pageOfAll.all(runId, limit, offset)
        : page.all(runId, JSON.stringify(shownAs[state]), limit, offset),
    count: (runId: number, state: ShownEntryState): number =>
      withStates.get(runId, JSON.stringify(shownAs[state]))?.files ?? 0,
    /** The latest move of each of these files that stands; a caller checks that it led to where the file is now. */
    sortedFrom: (fileIds: readonly number[]): readonly SortedFrom[] => sortedFrom.all(JSON.stringify(fileIds)),
  }
}
