import type { SortRun } from '../../contract/sorting.ts'

/** A run in the shape that docs/cli.md promises. Its number is what `undo` and `continue` take. */
export function runShape({ runId, rulesName, startedAtMs, finishedAtMs, ...rest }: SortRun) {
  return {
    run: runId,
    rules: rulesName,
    startedAt: new Date(startedAtMs).toISOString(),
    finishedAt: finishedAtMs === null ? null : new Date(finishedAtMs).toISOString(),
    ...rest,
  }
}
