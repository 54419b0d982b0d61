import type { ReactNode } from 'react'
import styles from './page-message.module.css'

interface PageMessageProps {
  readonly title: string
  readonly words: ReactNode
  /** The next steps. */
  readonly children?: ReactNode
  /** Something failed just now: it is said at once. */
  readonly isAlert?: boolean
}

/** Why a page shows nothing, and what can be done. */
export function PageMessage({ title, words, children, isAlert = false }: PageMessageProps): ReactNode {
  return (
    <div className={styles.message} role={isAlert ? 'alert' : undefined}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.words}>{words}</p>
      <div className={styles.ways}>{children}</div>
    </div>
  )
}
