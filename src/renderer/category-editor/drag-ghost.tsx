import type { ReactNode, RefObject } from 'react'
import { Thumbnail } from '../photos/thumbnail.tsx'
import styles from './drag-ghost.module.css'

const number = new Intl.NumberFormat('en')
const mostPictures = 3

interface DragGhostProps {
  readonly photoIds: readonly number[]
  /** Whoever drags moves it. */
  readonly ref: RefObject<HTMLDivElement | null>
}

/** The photos that hang on the pointer. */
export function DragGhost({ photoIds, ref }: DragGhostProps): ReactNode {
  return (
    <div ref={ref} className={styles.ghost} aria-hidden>
      {photoIds
        .slice(0, mostPictures)
        .toReversed()
        .map((photoId) => (
          <span key={photoId} className={styles.picture}>
            <Thumbnail photoId={photoId} alt="" />
          </span>
        ))}
      {photoIds.length > 1 && <strong className={styles.count}>{number.format(photoIds.length)}</strong>}
    </div>
  )
}
