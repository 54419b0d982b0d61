import { type ReactNode, useId } from 'react'
import type { Condition } from '../../core/sorting/sort-rules.ts'
import styles from './condition-editor.module.css'
import { dateCondition, daysOfCondition } from './date-days.ts'

interface DateConditionProps {
  readonly condition: Extract<Condition, { kind: 'date' }> | null
  readonly onChange: (condition: Condition) => void
}

/** When it was taken: a first day, a last day, or both. */
export function DateCondition({ condition, onChange }: DateConditionProps): ReactNode {
  const id = useId()
  const { from, to } = daysOfCondition(condition)
  return (
    <div className={styles.dates}>
      <label htmlFor={`${id}-from`}>Taken from</label>
      <input
        id={`${id}-from`}
        type="date"
        value={from}
        onChange={({ currentTarget: { value } }) => onChange(dateCondition(value, to))}
      />
      <label htmlFor={`${id}-to`}>to</label>
      <input
        id={`${id}-to`}
        type="date"
        value={to}
        onChange={({ currentTarget: { value } }) => onChange(dateCondition(from, value))}
      />
    </div>
  )
}
