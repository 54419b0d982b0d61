import { type ReactNode, useEffect } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { ApplyBar } from './apply-bar.tsx'
import { PlanView } from './plan-view.tsx'
import { SetupForm } from './setup-form.tsx'
import styles from './sort-page.module.css'
import { useSorting } from './sort-store.ts'
import { firstRules } from './starters.ts'
import { usePlan } from './use-plan.ts'

/** The page "Sort files": what, where and how on the left, the plan on the right. Nothing on disk changes here. */
export function SortPage(): ReactNode {
  const draft = useSorting((sorting) => sorting.draft)
  const begin = useSorting((sorting) => sorting.begin)
  const categories = useLibrary('categories.list', {}).data?.categories
  const state = usePlan(draft)
  useEffect(() => {
    if (draft.rules === null && categories !== undefined) begin(firstRules(categories, draft.scope), true)
  }, [begin, categories, draft.rules, draft.scope])
  return (
    <div className={styles.page}>
      <div className={styles.columns}>
        <SetupForm draft={draft} />
        <PlanView draft={draft} state={state} />
      </div>
      <ApplyBar draft={draft} state={state} />
    </div>
  )
}
