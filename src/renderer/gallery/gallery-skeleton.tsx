import type { ReactNode } from 'react'
import styles from './gallery-skeleton.module.css'

/** Shares of the width, row by row: any plausible album. */
const rows = [
  [22, 15, 26, 15, 22],
  [26, 22, 15, 22, 15],
  [15, 22, 26, 22, 15],
  [22, 26, 15, 15, 22],
]

/** Where photos will be, in the colours of the paper; nothing moves. */
export function GallerySkeleton(): ReactNode {
  return (
    <div className={styles.skeleton} role="status" aria-label="Loading photos">
      {rows.map((shares, row) => (
        // oxlint-disable-next-line react/no-array-index-key: rows of a constant
        <div key={row} className={styles.row}>
          {shares.map((share, i) => (
            // oxlint-disable-next-line react/no-array-index-key: as above
            <div key={i} className={styles.photo} style={{ flexGrow: share }} />
          ))}
        </div>
      ))}
    </div>
  )
}
