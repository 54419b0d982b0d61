import { type ReactNode, useEffect, useRef } from 'react'
import type { SortRun } from '../../contract/sorting.ts'
import { useLibrary } from '../connection/library.tsx'
import { useNotice } from '../state/notice-store.ts'
import { useView } from '../state/view-store.ts'
import { endedRuns, standingOf } from './ended-runs.ts'
import { undoRun } from './sort-actions.ts'
import { showRun, useSortRuns } from './sort-runs-store.ts'
import { canUndo, leftoverParts, outcomeWords } from './sort-words.ts'

/** Says in one line that a sort ended, to somebody who is elsewhere by then. */
export function SortWatch(): ReactNode {
  const runs = useLibrary('sorting.runs', {}).data?.runs
  const known = useRef<ReadonlyMap<number, string> | null>(null)
  useEffect(() => {
    if (runs === undefined) return
    if (known.current === null) sayInterrupted(runs)
    else for (const run of endedRuns(runs, known.current)) if (!isShown(run)) sayEnded(run)
    known.current = new Map(runs.map((run) => [run.runId, standingOf(run)]))
  }, [runs])
  return null
}

function isShown({ runId }: SortRun): boolean {
  const { place, editing } = useView.getState()
  return place.kind === 'sort-runs' && editing === null && useSortRuns.getState().runId === runId
}

function sayEnded(run: SortRun): void {
  const words = [outcomeWords(run), ...leftoverParts(run)].join(' · ')
  const show = { label: 'Show', run: () => showRun(run.runId) }
  const undo = { label: 'Undo', run: () => void undoRun(run.runId) }
  useNotice.getState().say(words, { action: canUndo(run) && run.undone === 0 ? undo : show })
}

/** When Winnow starts after it ended in the middle of a sort. */
function sayInterrupted(runs: readonly SortRun[]): void {
  const [latest] = runs
  if (latest?.state !== 'interrupted') return
  useNotice.getState().say(latest.notice ?? 'The last sort was interrupted. It can be continued or undone.', {
    action: { label: 'Show', run: () => showRun(latest.runId) },
  })
}
