import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../controls/icon-button.tsx'
import styles from './error-box.module.css'
import { useModelsPage } from './models-store.ts'

/** What went wrong with a model or on the way to one, until the person closes it. Nothing while nothing did. */
export function ErrorBox({ subject }: { readonly subject: string }): ReactNode {
  const sentence = useModelsPage((page) => page.errors[subject])
  const setError = useModelsPage((page) => page.setError)
  return (
    <div role="alert" className={styles.place}>
      {sentence !== undefined && (
        <div className={styles.box}>
          {/* Lists of what is missing come a line each. */}
          <p className={styles.sentence}>{sentence}</p>
          <IconButton label="Close this message" onClick={() => setError(subject, null)}>
            <X />
          </IconButton>
        </div>
      )}
    </div>
  )
}
