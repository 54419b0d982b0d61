import type { ReactNode } from 'react'
import type { PlanFilter } from '../../contract/sorting.ts'
import styles from './filter-tabs.module.css'
import { type FilterTab, sameFilter } from './plan-filters.ts'

interface FilterTabsProps {
  readonly tabs: readonly FilterTab[]
  readonly shown: PlanFilter
  readonly onChoose: (filter: PlanFilter) => void
}

/** The ways to look at a plan, each with how many photos it holds. */
export function FilterTabs({ tabs, shown, onChoose }: FilterTabsProps): ReactNode {
  return (
    <div className={styles.tabs} role="group" aria-label="Show of the plan">
      {tabs.map(({ id, label, count, filter, tone }) => (
        <button
          key={id}
          type="button"
          className={styles.tab}
          data-tone={tone}
          aria-pressed={sameFilter(filter, shown)}
          onClick={() => onChoose(filter)}
        >
          {label} <span className={styles.count}>{count.toLocaleString('en')}</span>
        </button>
      ))}
    </div>
  )
}
