import { CircleQuestionMark } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { Kbd } from '../controls/kbd.tsx'
import { runCommand } from '../state/commands.ts'
import { useCurrentCategory } from '../state/current-category.ts'
import { useView } from '../state/view-store.ts'
import styles from './review-button.module.css'

/** The way into the review, where photos are shown that Winnow is not sure about. */
export function ReviewButton(): ReactNode {
  const isUnsure = useView((view) => view.place.kind === 'unsure')
  const categoryId = useCurrentCategory()
  const list = useLibrary('categories.list', {}).data
  const count = isUnsure
    ? (list?.unsureCount ?? 0)
    : (list?.categories.find((category) => category.categoryId === categoryId)?.unsureCount ?? 0)
  if (count === 0) return null
  return (
    <Button variant="quiet" className={styles.review ?? ''} aria-keyshortcuts="r" onClick={() => runCommand('review')}>
      <CircleQuestionMark aria-hidden />
      Review
      <span aria-hidden className={styles.key}>
        <Kbd keys="R" />
      </span>
    </Button>
  )
}
