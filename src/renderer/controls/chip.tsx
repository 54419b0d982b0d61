import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './chip.module.css'

interface ChipProps {
  readonly children: ReactNode
  /** `#rrggbb`: a dot before the words. */
  readonly colour?: string
  /** `said`: by the person, filled. `guessed`: by Winnow, dashed. */
  readonly tone?: 'plain' | 'said' | 'guessed' | 'not'
  /** Makes the words a button. */
  readonly onClick?: () => void
  /** Adds a ✕; `removeLabel` says what it removes. */
  readonly onRemove?: () => void
  readonly removeLabel?: string
}

/** A word that stands for something: a tag, a filter, a wording. */
export function Chip({ children, colour, tone = 'plain', onClick, onRemove, removeLabel }: ChipProps): ReactNode {
  const words = (
    <>
      {colour !== undefined && <span className={styles.dot} style={{ background: colour }} />}
      <span className={styles.words}>{children}</span>
    </>
  )
  return (
    <span className={styles.chip} data-tone={tone}>
      {onClick === undefined ? (
        <span className={styles.label}>{words}</span>
      ) : (
        <button type="button" className={styles.label} onClick={onClick}>
          {words}
        </button>
      )}
      {onRemove !== undefined && (
        <button type="button" className={styles.remove} aria-label={removeLabel ?? 'Remove'} onClick={onRemove}>
          <X aria-hidden />
        </button>
      )}
    </span>
  )
}
