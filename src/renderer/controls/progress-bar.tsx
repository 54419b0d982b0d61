import type { ReactNode } from 'react'
import styles from './progress-bar.module.css'

interface ProgressBarProps {
  readonly label: string
  readonly done: number
  readonly total: number
}

/** A thin line that fills from the left; still while nothing moves. */
export function ProgressBar({ label, done, total }: ProgressBarProps): ReactNode {
  return <progress className={styles.bar} aria-label={label} max={Math.max(1, total)} value={done} />
}
