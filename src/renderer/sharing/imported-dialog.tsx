import type { ReactNode } from 'react'
import { Button } from '../controls/button.tsx'
import { Dialog } from '../controls/dialog.tsx'
import { Kbd } from '../controls/kbd.tsx'
import { importedWords } from './imported-words.ts'
import styles from './sharing.module.css'
import type { ImportResult } from './sharing-store.ts'

interface ImportedDialogProps {
  readonly imported: ImportResult
  readonly onClose: () => void
}

/** What a file brought, and what of it could not be used, with the reasons. */
export function ImportedDialog({ imported, onClose }: ImportedDialogProps): ReactNode {
  const { fileName, created, leftOut } = imported
  return (
    <Dialog label={`Import of ${fileName}`} onClose={onClose}>
      <div className={styles.body}>
        <h2 className={styles.title}>{importedWords(created)}</h2>
        <p className={styles.words}>
          {leftOut.length === 1 ? 'One thing' : `${leftOut.length} things`} in “{fileName}” could not be used:
        </p>
        {/* Scrolled with the keyboard, so it must be able to hold the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="What was left out">
          <ul className={styles.list}>
            {leftOut.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
        <div className={styles.buttons}>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
          {created.length > 0 && (
            <span className={styles.aside}>
              Afterwards <Kbd keys="Mod+Z" /> takes the import back.
            </span>
          )}
        </div>
      </div>
    </Dialog>
  )
}
