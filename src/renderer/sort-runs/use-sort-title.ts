import { useLibrary } from '../connection/library.tsx'
import { useSortRuns } from './sort-runs-store.ts'

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** "Sort of 25 November 2026 at 13:19" while one sort is shown; null where none is. */
export function useSortTitle(atSorts: boolean): string | null {
  const runId = useSortRuns((runs) => runs.runId)
  const runs = useLibrary('sorting.runs', atSorts && runId !== null ? {} : null).data?.runs
  const run = atSorts ? runs?.find((candidate) => candidate.runId === runId) : undefined
  return run === undefined ? null : `Sort of ${dateFormat.format(run.startedAtMs)}`
}
