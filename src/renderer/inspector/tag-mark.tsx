import type { ReactNode } from 'react'
import styles from './tag-mark.module.css'

interface TagMarkProps {
  /** `#rrggbb` */
  readonly colour: string
  /** Said by the person: full. Thought by Winnow: a dashed ring. */
  readonly full: boolean
}

/** The dot before a tag. Decorative: the word after the name says who said it. */
export function TagMark({ colour, full }: TagMarkProps): ReactNode {
  return (
    <svg className={styles.mark} viewBox="0 0 12 12" aria-hidden>
      {full ? (
        <circle cx="6" cy="6" r="5" fill={colour} />
      ) : (
        <circle cx="6" cy="6" r="4.25" fill="none" stroke={colour} strokeWidth="1.5" strokeDasharray="2.225 2.225" />
      )}
    </svg>
  )
}
