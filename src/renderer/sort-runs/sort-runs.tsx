import type { ReactNode } from 'react'
import { RunPage } from './run-page.tsx'
import { RunsList } from './runs-list.tsx'
import { useSortRuns } from './sort-runs-store.ts'

/** What was sorted earlier and what is being sorted now: all of it as a list, or one sort. */
export function SortRuns(): ReactNode {
  const runId = useSortRuns((runs) => runs.runId)
  return runId === null ? <RunsList /> : <RunPage key={runId} runId={runId} />
}
