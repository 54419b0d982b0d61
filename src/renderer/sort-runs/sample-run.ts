import type { SortRun } from '../../contract/sorting.ts'

/** For tests: a sort that is done and moved nothing yet. */
export function sampleRun(change: Partial<SortRun>): SortRun {
  return {
    runId: 1,
    rulesName: null,
    action: 'move',
    targetPath: '/photos/Sorted',
    startedAtMs: Date.UTC(2026, 5, 12, 10),
    finishedAtMs: Date.UTC(2026, 5, 12, 10, 1),
    state: 'done',
    total: 0,
    waiting: 0,
    done: 0,
    failed: 0,
    undone: 0,
    kept: 0,
    sizeBytes: 0,
    notice: null,
    ...change,
  }
}
