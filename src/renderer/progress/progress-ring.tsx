import type { ReactNode } from 'react'
import styles from './progress-ring.module.css'

interface ProgressRingProps {
  readonly done: number
  readonly total: number
  /** Nothing moves now. */
  readonly still: boolean
}

const radius = 6
const length = 2 * Math.PI * radius

/** A share as a ring, 16 px. Decorative: the words beside it say the same. */
export function ProgressRing({ done, total, still }: ProgressRingProps): ReactNode {
  const share = total === 0 ? 0 : Math.min(1, done / total)
  return (
    <svg className={styles.ring} viewBox="0 0 16 16" aria-hidden data-still={still}>
      <circle className={styles.track} cx="8" cy="8" r={radius} />
      <circle className={styles.done} cx="8" cy="8" r={radius} strokeDasharray={`${share * length} ${length}`} />
    </svg>
  )
}
