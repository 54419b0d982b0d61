import { CircleCheck, Sprout } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Category } from '../../contract/categories.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { useView } from '../state/view-store.ts'
import { endWords } from './end-words.ts'
import styles from './review-end.module.css'
import type { ReviewSession } from './review-session.ts'
import { useReview } from './review-store.ts'
import { categoriesToReview } from './to-review.ts'

interface ReviewEndProps {
  readonly stage: 'hardly' | 'nothing'
  readonly session: ReviewSession
  /** Undefined where all categories are reviewed. */
  readonly category: Category | undefined
  readonly onGoOn: () => void
  readonly onClose: () => void
  /** Null where nothing was done that could be taken back. */
  readonly onBack: (() => void) | null
}

/** Nothing more is worth asking, or there is nothing left: what was gained, what is left, and the ways on. */
export function ReviewEnd({ stage, session, category, onGoOn, onClose, onBack }: ReviewEndProps): ReactNode {
  const { open, close } = useReview()
  const go = useView((view) => view.go)
  const others = useLibrary('categories.list', {}).data?.categories ?? []
  const [next] = categoriesToReview(others, category?.categoryId ?? null)
  const { title, gained, left } = endWords(stage, session, category?.name ?? null)
  return (
    <div className={styles.end}>
      {stage === 'hardly' ? <Sprout aria-hidden /> : <CircleCheck aria-hidden />}
      <h1 className={styles.title}>{title}</h1>
      {gained !== '' && <p className={styles.gained}>{gained}</p>}
      <p className={styles.left}>{left}</p>
      <div className={styles.ways}>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
        {stage === 'hardly' && <Button onClick={onGoOn}>Go on anyway</Button>}
        {category !== undefined && (
          <Button
            onClick={() => {
              close()
              go({ kind: 'category', categoryId: category.categoryId })
            }}
          >
            Show {category.name}
          </Button>
        )}
        {next !== undefined && (
          <Button variant="quiet" onClick={() => open(next.categoryId)}>
            Review {next.name} next
          </Button>
        )}
        {onBack !== null && (
          <Button variant="quiet" onClick={onBack}>
            Take the last answer back
          </Button>
        )}
      </div>
    </div>
  )
}
