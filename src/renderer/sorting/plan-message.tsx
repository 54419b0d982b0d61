import type { ReactNode } from 'react'
import styles from './plan-message.module.css'

interface PlanMessageProps {
  readonly title: string
  readonly children: ReactNode
  /** The next step. */
  readonly action?: ReactNode
}

/** Why there is no plan, and what will be here. */
export function PlanMessage({ title, children, action }: PlanMessageProps): ReactNode {
  return (
    <section className={styles.message} aria-label="Plan">
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.words} role="status">
        {children}
      </p>
      {action}
    </section>
  )
}
