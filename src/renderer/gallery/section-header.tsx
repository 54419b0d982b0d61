import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { runCommand } from '../state/commands.ts'
import { useSelection } from '../state/selection-store.ts'
import { useCurrentCategory } from '../state/current-category.ts'
import { selectSection } from './select-section.ts'
import styles from './section-header.module.css'
import type { GalleryLayout } from './use-gallery-layout.ts'

/** The ring of a tile with the keyboard reaches this far up; the header must not lie over it. */
const focusRingPx = 4

interface SectionHeaderProps {
  readonly layout: GalleryLayout
  readonly section: number
  readonly ariaRowIndex: number
}

/** The words above a section. Pointed at, a month offers to be selected whole (M does the same by key). */
export function SectionHeader({ layout, section, ariaRowIndex }: SectionHeaderProps): ReactNode {
  const { kind, title, count, headerHeightPx } = layout.sections[section]!
  const categoryId = useCurrentCategory()
  return (
    <div
      role="row"
      aria-rowindex={ariaRowIndex}
      className={styles.header}
      data-kind={kind}
      style={{ height: headerHeightPx - focusRingPx }}
    >
      <div role="rowheader" className={styles.words}>
        <h2 className={styles.title}>{title}</h2>
        {kind === 'month' && <SelectAll layout={layout} section={section} title={title} count={count} />}
        {kind === 'unsure' && categoryId !== null && (
          <button type="button" className={styles.review} onClick={() => runCommand('review')}>
            Review
          </button>
        )}
      </div>
    </div>
  )
}

interface SelectAllProps {
  readonly layout: GalleryLayout
  readonly section: number
  readonly title: string
  readonly count: number
}

function SelectAll({ layout, section, title, count }: SelectAllProps): ReactNode {
  const { start } = layout.sections[section]!
  const { ids } = layout.columns
  const allSelected = useSelection(({ selected }) => {
    if (selected.size < count) return false
    for (let i = start; i < start + count; i++) if (!selected.has(ids[i]!)) return false
    return true
  })
  return (
    <button
      type="button"
      className={styles.selectAll}
      // By key it is M; in the order of Tab it would stand in the way of the photos, once a month.
      tabIndex={-1}
      aria-pressed={allSelected}
      aria-label={`Select all of ${title}`}
      onClick={() => selectSection(layout, section)}
    >
      <Check aria-hidden />
      {count.toLocaleString('en')}
    </button>
  )
}
