import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog } from '../controls/dialog.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { useView } from '../state/view-store.ts'
import styles from './add-folder.module.css'
import { PathForm } from './path-form.tsx'
import { UsualPlaces } from './usual-places.tsx'

/** Adds a folder in a browser, which keeps paths to itself: one of the usual places, or a path that is typed. */
export function AddFolder(): ReactNode {
  const show = useView((view) => view.show)
  const close = (): void => show('none')
  return (
    <Dialog label="Add a folder" onClose={close}>
      <div className={styles.top}>
        <h2 className={styles.title}>Add a folder</h2>
        <IconButton label="Close" onClick={close}>
          <X />
        </IconButton>
      </div>
      <div className={styles.body}>
        <PathForm begins onAdded={close} />
        <UsualPlaces onAdded={close} />
        <p className={styles.promise}>
          Winnow reads the photos where they are. Nothing is copied, moved or changed, and everything stays on this
          computer.
        </p>
      </div>
    </Dialog>
  )
}
