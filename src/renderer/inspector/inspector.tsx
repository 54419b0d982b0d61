import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../controls/icon-button.tsx'
import { useChangeSettings, useSettings } from '../settings/use-settings.ts'
import { useTargets } from '../state/use-targets.ts'
import { useView } from '../state/view-store.ts'
import { showsPhotos } from '../state/view.ts'
import styles from './inspector.module.css'
import { OnePhoto } from './one-photo.tsx'
import { SeveralPhotos } from './several-photos.tsx'

/** At the right, when wanted: what is known about the photo that is open or chosen, and what can be said about it. */
export function Inspector(): ReactNode {
  const open = useSettings()?.inspectorOpen ?? false
  const changeSettings = useChangeSettings()
  const openPhotoId = useView((view) => view.openPhotoId)
  // Where there are no photos, what was chosen before is not what is looked at.
  const noPhotos = useView((view) => view.openPhotoId === null && !showsPhotos(view.place))
  const photoIds = useTargets()
  if (!open) return null
  return (
    <aside className={styles.inspector} aria-label="Details" data-over-viewer={openPhotoId !== null}>
      <div className={styles.top}>
        <h2 className={styles.heading}>Details</h2>
        <IconButton label="Close the details" keys="I" onClick={() => changeSettings({ inspectorOpen: false })}>
          <X />
        </IconButton>
      </div>
      <Content photoIds={noPhotos ? [] : photoIds} withPreview={openPhotoId === null} />
    </aside>
  )
}

function Content({
  photoIds,
  withPreview,
}: {
  readonly photoIds: readonly number[]
  readonly withPreview: boolean
}): ReactNode {
  const [first] = photoIds
  if (first === undefined) return <p className={styles.empty}>Choose a photo to see what is known about it.</p>
  if (photoIds.length > 1) return <SeveralPhotos photoIds={photoIds} />
  return <OnePhoto key={first} photoId={first} withPreview={withPreview} />
}
