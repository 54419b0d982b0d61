import type { ReactNode } from 'react'
import { hideCategory } from '../category-editor/category-actions.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { ColourDot } from '../controls/colour-dot.tsx'
import styles from './settings-panel.module.css'

/** What was hidden, with a way back; nothing while nothing is. */
export function HiddenCategories(): ReactNode {
  const categories = useLibrary('categories.list', { includeHidden: true }).data?.categories ?? []
  const hidden = categories.filter((category) => category.hidden)
  if (hidden.length === 0) return null
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>Hidden categories</h3>
      <ul className={styles.hidden}>
        {hidden.map((category) => (
          <li key={category.categoryId} className={styles.line}>
            <span className={styles.name}>
              <ColourDot colour={category.colour} />
              {category.name}
            </span>
            <Button
              variant="quiet"
              aria-label={`Show ${category.name}`}
              onClick={() => void hideCategory(category, false)}
            >
              Show
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
