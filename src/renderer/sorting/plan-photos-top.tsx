import type { ReactNode } from 'react'
import type { PlanFilter, PlanSummary } from '../../contract/sorting.ts'
import type { SortEdits } from '../../core/sorting/sort-rules.ts'
import { Button } from '../controls/button.tsx'
import { type FilterTab, sameFilter } from './plan-filters.ts'
import styles from './plan-photos.module.css'
import { photosWords } from './plan-words.ts'
import { withExcluded } from './sort-draft.ts'
import { useSorting } from './sort-store.ts'
import { useLeaveOut } from './use-leave-out.ts'

interface PlanPhotosTopProps {
  readonly plan: PlanSummary
  readonly filter: PlanFilter
  readonly tabs: readonly FilterTab[]
  readonly total: number
  readonly edits: SortEdits
  readonly onRename: (path: string) => void
}

/** What is looked at, and what can be done to all of it. */
export function PlanPhotosTop({ plan, filter, tabs, total, edits, onRename }: PlanPhotosTopProps): ReactNode {
  const leaveOut = useLeaveOut(plan.planId, edits)
  const edit = useSorting((sorting) => sorting.edit)
  const tab = tabs.find((candidate) => sameFilter(candidate.filter, filter))
  const isFolder = filter.kind === 'folder' && filter.path !== ''
  const goes = filter.kind !== 'status'
  return (
    <div className={styles.top}>
      <p className={styles.what}>
        {isFolder ? <strong>{filter.path}</strong> : (tab?.words ?? '')}
        {isFolder && <span className={styles.count}> · {photosWords(total)}</span>}
      </p>
      {isFolder && (
        <Button variant="quiet" onClick={() => onRename(filter.path)}>
          Change folder
        </Button>
      )}
      {goes && total > 0 && (isFolder || filter.kind === 'note') && (
        <Button variant="quiet" onClick={() => void leaveOut(filter)}>
          Leave out
        </Button>
      )}
      {filter.kind === 'status' && filter.status === 'excluded' && total > 0 && (
        <Button variant="quiet" onClick={() => edit(withExcluded(edits, edits.excludedFileIds, false))}>
          Take all in again
        </Button>
      )}
    </div>
  )
}
