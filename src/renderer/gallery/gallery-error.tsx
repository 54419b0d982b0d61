import type { ReactNode } from 'react'
import { sentenceOf } from '../connection/attempt.ts'
import { Button } from '../controls/button.tsx'
import styles from './gallery-message.module.css'

interface GalleryErrorProps {
  readonly error: Error
  readonly onRetry: () => void
}

/** The photos could not be asked for. */
export function GalleryError({ error, onRetry }: GalleryErrorProps): ReactNode {
  return (
    <div className={styles.message} role="alert">
      <h2 className={styles.title}>The photos can’t be shown</h2>
      <p className={styles.words}>{sentenceOf(error)}</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  )
}
