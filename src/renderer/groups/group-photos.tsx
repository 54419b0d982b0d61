import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Button } from '../controls/button.tsx'
import { useRovingTiles } from '../controls/use-roving-tiles.ts'
import { PhotoCheckbox } from '../photos/photo-checkbox.tsx'
import { useNames } from '../photos/use-names.ts'
import { useView } from '../state/view-store.ts'
import styles from './group-photos.module.css'

/** What fits in two rows of a usual window. */
const shownAtFirst = 20
const mostNamed = 500

interface GroupPhotosProps {
  readonly photoIds: readonly number[]
  /** Those taken out. */
  readonly left: ReadonlySet<number>
  readonly onToggle: (photoId: number) => void
}

/** The photos of a group. A click or Space takes one out or in, Enter or a double click opens it, arrows walk. */
export function GroupPhotos({ photoIds, left, onToggle }: GroupPhotosProps): ReactNode {
  const [all, setAll] = useState(false)
  const { tabStop, setTabStop, walk } = useRovingTiles()
  const openPhoto = useView((view) => view.openPhoto)
  const shown = all ? photoIds : photoIds.slice(0, shownAtFirst)
  const names = useNames(shown.slice(0, mostNamed))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, photoId: number): void => {
    if (walk(event) || event.key !== 'Enter') return
    event.preventDefault()
    openPhoto(photoId)
  }
  return (
    <>
      <div className={styles.photos} role="group" aria-label="Photos of this group">
        {shown.map((photoId, index) => (
          <PhotoCheckbox
            key={photoId}
            photoId={photoId}
            name={names.get(photoId) ?? 'Photo'}
            checked={!left.has(photoId)}
            className={styles.photo ?? ''}
            pictureClassName={styles.picture ?? ''}
            restsBare
            data-photo={photoId}
            tabIndex={index === tabStop ? 0 : -1}
            onFocus={() => setTabStop(index)}
            onKeyDown={(event) => onKeyDown(event, photoId)}
            onClick={() => onToggle(photoId)}
            onDoubleClick={() => openPhoto(photoId)}
          />
        ))}
      </div>
      {shown.length < photoIds.length && (
        <Button variant="quiet" className={styles.more ?? ''} onClick={() => setAll(true)}>
          Show {(photoIds.length - shown.length).toLocaleString('en')} more
        </Button>
      )}
    </>
  )
}
