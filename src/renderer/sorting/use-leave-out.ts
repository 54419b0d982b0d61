import { useRef } from 'react'
import type { PlanFilter } from '../../contract/sorting.ts'
import type { SortEdits } from '../../core/sorting/sort-rules.ts'
import { attempt } from '../connection/attempt.ts'
import { fileIdsOf } from './file-ids-of.ts'
import { withExcluded } from './sort-draft.ts'
import { useSorting } from './sort-store.ts'

/** Takes all photos that a filter of the plan holds out of it; "Undo last change" puts them back. */
export function useLeaveOut(planId: string, edits: SortEdits): (filter: PlanFilter) => Promise<void> {
  const busy = useRef(false)
  return async (filter) => {
    if (busy.current) return
    busy.current = true
    const fileIds = await attempt(fileIdsOf(planId, filter))
    busy.current = false
    // Something else was changed meanwhile: what these photos are may be different now.
    if (fileIds === undefined || fileIds.length === 0 || useSorting.getState().draft.edits !== edits) return
    useSorting.getState().edit(withExcluded(edits, fileIds, true))
  }
}
