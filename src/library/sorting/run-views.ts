import { basename } from 'node:path'
import { WinnowError } from '../../contract/error.ts'
import type { SortEntry, SortProgress, SortRun } from '../../contract/sorting.ts'
import { runCsv } from '../../core/sorting/run-csv.ts'
import type { ShownEntryState, SortEntryRow, StoredEntryState } from '../store/sort-entry.ts'
import type { SortRunCounts, SortRunRow } from '../store/sort-run.ts'
import type { Store } from '../store/store.ts'

type Runs = Pick<Store, 'sortRun' | 'sortEntry'>

const shown: Readonly<Record<StoredEntryState, ShownEntryState>> = {
  waiting: 'waiting',
  placing: 'waiting',
  done: 'done',
  undoing: 'done',
  failed: 'failed',
  undone: 'undone',
  kept: 'kept',
}

const pageLength = 5000

/** All runs, latest first. @param now the one that is under way */
export function listRuns({ sortRun }: Runs, now: SortProgress): SortRun[] {
  return sortRun.list().map((row) => runView(row, now))
}

/** @throws WinnowError `not-found` */
export function showRun(
  { sortRun, sortEntry }: Runs,
  now: SortProgress,
  {
    runId,
    state,
    offset,
    limit,
  }: {
    readonly runId: number
    readonly state?: ShownEntryState | undefined
    readonly offset: number
    readonly limit: number
  },
): { readonly run: SortRun; readonly entries: SortEntry[]; readonly total: number } {
  const run = existingRun({ sortRun }, runId)
  return {
    run: runView(run, now),
    entries: sortEntry.page(runId, state ?? null, offset, limit).map(entryView),
    total: state === undefined ? run.total : run[state],
  }
}

/** @throws WinnowError `not-found` */
export function exportRun(
  { sortRun, sortEntry }: Runs,
  runId: number,
): { readonly csv: string; readonly suggestedFileName: string } {
  const run = existingRun({ sortRun }, runId)
  const entries: SortEntry[] = []
  for (let offset = 0; offset < run.total; offset += pageLength) {
    entries.push(...sortEntry.page(runId, null, offset, pageLength).map(entryView))
  }
  const day = new Date(run.startedAtMs).toISOString().slice(0, 10)
  return { csv: runCsv(entries), suggestedFileName: `Sorted ${day} ${basename(run.targetPath)}.csv` }
}

function existingRun({ sortRun }: Pick<Store, 'sortRun'>, runId: number): SortRunRow & SortRunCounts {
  const run = sortRun.withCounts(runId)
  if (run === undefined) throw new WinnowError('not-found', 'There is no such run.')
  return run
}

function runView(row: SortRunRow & SortRunCounts, now: SortProgress): SortRun {
  const { runId, rulesName, action, targetPath, startedAtMs, finishedAtMs, notice, sizeBytes } = row
  const { total, waiting, done, failed, undone, kept } = row
  const counts = { total, waiting, done, failed, undone, kept, sizeBytes }
  return {
    runId,
    rulesName,
    action,
    targetPath,
    startedAtMs,
    finishedAtMs,
    notice,
    state: stateOf(row, now),
    ...counts,
  }
}

function stateOf({ runId, state }: SortRunRow, now: SortProgress): SortRun['state'] {
  if (state !== 'applying' && state !== 'undoing') return state
  // One that nobody works on was under way when Winnow ended.
  if (now.runId !== runId) return 'interrupted'
  if (now.state === 'paused' || now.state === 'waiting') return 'paused'
  return state === 'undoing' ? 'undoing' : 'running'
}

function entryView(row: SortEntryRow): SortEntry {
  const { entryId, fromPath, toPath, photoId, isCompanion, sizeBytes, state, reason } = row
  return {
    entryId,
    fromPath,
    toPath,
    photoId,
    isCompanion: isCompanion === 1,
    sizeBytes,
    state: shown[state],
    reason,
  }
}
