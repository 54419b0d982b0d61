import type { SortProgress } from '../../contract/sorting.ts'

/** For tests: a sort of ten files that has just begun. */
export function sampleProgress(change: Partial<SortProgress>): SortProgress {
  return {
    runId: 1,
    state: 'running',
    direction: 'apply',
    done: 0,
    total: 10,
    doneBytes: 0,
    totalBytes: 0,
    filesPerSecond: 0,
    secondsLeft: null,
    problemCount: 0,
    notice: null,
    ...change,
  }
}
