import type BetterSqlite3 from 'better-sqlite3'
import type { SortAction } from '../../core/sorting/sort-rules.ts'

/** `applying`, `undoing`: under way, also while it is paused. */
export type StoredRunState = 'applying' | 'interrupted' | 'cancelled' | 'done' | 'undoing' | 'undone'

export interface SortRunRow {
  readonly runId: number
  readonly rulesName: string | null
  readonly action: SortAction
  readonly targetPath: string
  readonly state: StoredRunState
  readonly startedAtMs: number
  readonly finishedAtMs: number | null
  /** The folder of the library that the target became. */
  readonly addedFolderId: number | null
  readonly notice: string | null
}

/** Files by state: those in hand count as what they were before. */
export interface SortRunCounts {
  readonly total: number
  readonly waiting: number
  readonly done: number
  readonly failed: number
  readonly undone: number
  readonly kept: number
  readonly sizeBytes: number
}

const columns = `sort_run.id AS runId, rules_name AS rulesName, action, target_path AS targetPath, sort_run.state,
  started_at_ms AS startedAtMs, finished_at_ms AS finishedAtMs, added_folder_id AS addedFolderId, notice`

const counts = `count(sort_entry.id) AS total,
  count(*) FILTER (WHERE sort_entry.state IN ('waiting', 'placing')) AS waiting,
  count(*) FILTER (WHERE sort_entry.state IN ('done', 'undoing')) AS done,
  count(*) FILTER (WHERE sort_entry.state = 'failed') AS failed,
  count(*) FILTER (WHERE sort_entry.state = 'undone') AS undone,
  count(*) FILTER (WHERE sort_entry.state = 'kept') AS kept,
  coalesce(sum(size_bytes), 0) AS sizeBytes`

const counted = `SELECT ${columns}, ${counts} FROM sort_run LEFT JOIN sort_entry ON sort_entry.run_id = sort_run.id`

/** The `sort_run` table: each time that files were sorted. */
export function createSortRunStore(database: BetterSqlite3.Database) {
  const insert = database.prepare<
    [{ rulesName: string | null; action: SortAction; targetPath: string; startedAtMs: number }],
    { runId: number }
  >(
    `INSERT INTO sort_run (rules_name, action, target_path, state, started_at_ms)
     VALUES (@rulesName, @action, @targetPath, 'applying', @startedAtMs) RETURNING id AS runId`,
  )
  const get = database.prepare<[number], SortRunRow>(`SELECT ${columns} FROM sort_run WHERE id = ?`)
  const list = database.prepare<[], SortRunRow & SortRunCounts>(
    `${counted} GROUP BY sort_run.id ORDER BY sort_run.id DESC`,
  )
  const one = database.prepare<[number], SortRunRow & SortRunCounts>(
    `${counted} WHERE sort_run.id = ? GROUP BY sort_run.id`,
  )
  const underWay = database.prepare<[], SortRunRow>(
    `SELECT ${columns} FROM sort_run WHERE state IN ('applying', 'undoing') OR EXISTS (
       SELECT 1 FROM sort_entry WHERE run_id = sort_run.id AND sort_entry.state IN ('placing', 'undoing')) ORDER BY id`,
  )
  const setState = database.prepare<[StoredRunState, number | null, string | null, number]>(
    'UPDATE sort_run SET state = ?, finished_at_ms = ?, notice = ? WHERE id = ?',
  )
  const setAddedFolder = database.prepare<[number | null, number]>(
    'UPDATE sort_run SET added_folder_id = ? WHERE id = ?',
  )

  return {
    /** @returns the id of a run that is being applied */
    insert: (run: {
      readonly rulesName: string | null
      readonly action: SortAction
      readonly targetPath: string
      readonly startedAtMs: number
    }): number => insert.get({ ...run })!.runId,
    get: (runId: number): SortRunRow | undefined => get.get(runId),
    /** Latest first. */
    list: (): readonly (SortRunRow & SortRunCounts)[] => list.all(),
    withCounts: (runId: number): (SortRunRow & SortRunCounts) | undefined => one.get(runId),
    /** After a start: those that Winnow did not get to the end of, and those with files in hand. */
    underWay: (): readonly SortRunRow[] => underWay.all(),
    setState: (runId: number, state: StoredRunState, finishedAtMs: number | null, notice: string | null): void =>
      void setState.run(state, finishedAtMs, notice, runId),
    setAddedFolder: (runId: number, folderId: number | null): void => void setAddedFolder.run(folderId, runId),
  }
}
