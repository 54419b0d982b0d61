import { create } from 'zustand'
import { useView } from '../state/view-store.ts'

interface SortRunsState {
  /** The run whose page is shown; null for the list of all. */
  readonly runId: number | null
}

/** Which sort the page of sorts shows. */
export const useSortRuns = create<SortRunsState>(() => ({ runId: null }))

/** Goes to the page of one sort: what is happening, or what was done. */
export function showRun(runId: number): void {
  useSortRuns.setState({ runId })
  useView.getState().go({ kind: 'sort-runs' })
}

/** Goes to the list of all sorts, latest first. */
export function showRuns(): void {
  useSortRuns.setState({ runId: null })
  useView.getState().go({ kind: 'sort-runs' })
}
