import { Check, Minus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Thumbnail } from '../photos/thumbnail.tsx'
import type { ReviewStep } from './review-session.ts'
import styles from './review-trail.module.css'

const shownCount = 6

/** The last few photos with what was said about each, latest at the right. Only to look at: Undo goes back. */
export function ReviewTrail({ steps }: { readonly steps: readonly ReviewStep[] }): ReactNode {
  if (steps.length === 0) return null
  return (
    <ol className={styles.trail} aria-hidden>
      {steps.slice(-shownCount).map(({ stepId, question, verdict, photoIds }) => (
        <li key={stepId} className={styles.step} data-verdict={verdict ?? 'skipped'}>
          <Thumbnail photoId={question.photoId} className={styles.picture} alt="" />
          <span className={styles.mark}>
            {photoIds.length > 1 ? (
              photoIds.length
            ) : verdict === 'yes' ? (
              <Check />
            ) : verdict === 'no' ? (
              <X />
            ) : (
              <Minus />
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
