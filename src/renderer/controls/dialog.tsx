import { type ReactNode, useEffect, useState } from 'react'
import styles from './dialog.module.css'
import { PortalPlace } from './portal-place.ts'

interface DialogProps {
  /** For screen readers: what this is. */
  readonly label: string
  readonly onClose: () => void
  /** `top`: near the top edge and as tall as its content, for things typed into. `middle`: centred. */
  readonly place?: 'top' | 'middle'
  readonly children: ReactNode
}

/**
 * A sheet over everything while it is mounted. The browser's own <dialog>: it keeps focus inside, makes the rest inert,
 * gives focus back, and needs no injected styles. Esc or a click beside it calls `onClose`.
 */
export function Dialog({ label, onClose, place = 'middle', children }: DialogProps): ReactNode {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null)
  useEffect(() => {
    if (dialog === null) return
    // A dialog removed from the page while open does not give focus back by itself; closing it does.
    if (!dialog.open) dialog.showModal()
    return () => dialog.close()
  }, [dialog])
  return (
    <dialog
      ref={setDialog}
      className={styles.dialog}
      data-place={place}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        // The backdrop counts as the dialog itself; everything inside is a descendant.
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <PortalPlace value={dialog}>
        <div className={styles.sheet}>{children}</div>
      </PortalPlace>
    </dialog>
  )
}
