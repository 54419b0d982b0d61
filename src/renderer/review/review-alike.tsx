import type { ReactNode } from 'react'
import { useRovingTiles } from '../controls/use-roving-tiles.ts'
import { PhotoCheckbox } from '../photos/photo-checkbox.tsx'
import styles from './review-alike.module.css'
import { useNames } from '../photos/use-names.ts'

interface ReviewAlikeProps {
  /** The photo in question first. */
  readonly photoIds: readonly number[]
  /** Those that the answer is not for. */
  readonly left: ReadonlySet<number>
  readonly onToggle: (photoId: number) => void
}

/** The photo in question with those much like it: one answer for all, but for those that are taken out. */
export function ReviewAlike({ photoIds, left, onToggle }: ReviewAlikeProps): ReactNode {
  const names = useNames(photoIds)
  // In here the arrows walk; S skips.
  const { tabStop, setTabStop, walk } = useRovingTiles()
  return (
    <div
      className={styles.photos}
      role="group"
      aria-label="Photos the answer is for"
      style={{ gridTemplateColumns: `repeat(${columnsFor(photoIds.length)}, minmax(0, 1fr))` }}
    >
      {photoIds.map((photoId, index) => (
        <PhotoCheckbox
          key={photoId}
          photoId={photoId}
          name={names.get(photoId) ?? 'Photo'}
          checked={!left.has(photoId)}
          className={styles.photo ?? ''}
          pictureClassName={styles.picture ?? ''}
          tabIndex={index === tabStop ? 0 : -1}
          onFocus={() => setTabStop(index)}
          onKeyDown={walk}
          onClick={() => onToggle(photoId)}
        />
      ))}
    </div>
  )
}

/** So that few stand large and a dozen fill a wide window. */
function columnsFor(count: number): number {
  if (count <= 3) return count
  if (count <= 4) return 2
  if (count <= 6) return 3
  return count === 9 || count === 10 ? 5 : 4
}
