import type { ReactNode } from 'react'
import styles from './groups.module.css'

interface GroupsMessageProps {
  readonly title: string
  readonly words: string
  /** The next steps. */
  readonly children: ReactNode
}

/** Why there are no groups here, and what can be done. */
export function GroupsMessage({ title, words, children }: GroupsMessageProps): ReactNode {
  return (
    <div className={styles.message}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.words}>{words}</p>
      <div className={styles.ways}>{children}</div>
    </div>
  )
}
