import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { Checkbox } from '../controls/checkbox.tsx'
import { ColourDot } from '../controls/colour-dot.tsx'
import { Kbd } from '../controls/kbd.tsx'
import { useAnswer } from '../photos/use-answer.ts'
import { runCommand } from '../state/commands.ts'
import styles from './several-photos.module.css'

const number = new Intl.NumberFormat('en')
const mostTags = 40

/** What a selection has in common: each tag on all, some or none of it, to be set for all at once. */
export function SeveralPhotos({ photoIds }: { readonly photoIds: readonly number[] }): ReactNode {
  const answer = useAnswer()
  const counts = useLibrary('photos.tagCounts', { photoIds: [...photoIds] }).data?.counts ?? []
  const categories = useLibrary('categories.list', {}).data?.categories ?? []
  const tagged = categories
    .map((category) => ({
      category,
      count: counts.find((count) => count.categoryId === category.categoryId)?.tagged ?? 0,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  return (
    <div className={styles.several}>
      <p className={styles.count}>{number.format(photoIds.length)} photos selected</p>
      <section aria-label="Tags">
        <h3 className={styles.heading}>Tags</h3>
        <ul className={styles.list}>
          {tagged.slice(0, mostTags).map(({ category, count }) => (
            <li key={category.categoryId}>
              <Checkbox
                checked={count === photoIds.length ? true : 'indeterminate'}
                onChange={() => void answer(photoIds, category.categoryId, count === photoIds.length ? 'no' : 'yes')}
              >
                <ColourDot colour={category.colour} />
                <span className={styles.name}>{category.name}</span>
                <span className={styles.share}>
                  {number.format(count)} of {number.format(photoIds.length)}
                </span>
              </Checkbox>
            </li>
          ))}
        </ul>
        {tagged.length === 0 && <p className={styles.none}>No tag is on any of them yet.</p>}
        {tagged.length > mostTags && (
          <p className={styles.none}>and {number.format(tagged.length - mostTags)} more, each on fewer of them</p>
        )}
        <Button variant="quiet" className={styles.add ?? ''} onClick={() => runCommand('tag')}>
          <Plus aria-hidden />
          Add to a category
          <Kbd keys="T" />
        </Button>
      </section>
    </div>
  )
}
