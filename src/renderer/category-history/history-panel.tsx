import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { ColourDot } from '../controls/colour-dot.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { useCommands } from '../state/commands.ts'
import { useCurrentCategory } from '../state/current-category.ts'
import { useView } from '../state/view-store.ts'
import { CategoryHistory } from './category-history.tsx'
import styles from './history-panel.module.css'
import { useCategoryHistory } from './history-store.ts'

/** The history of a category, at the right over the photos: they stay in sight, so that what Undo changes is seen. */
export function HistoryPanel(): ReactNode {
  const { categoryId, open } = useCategoryHistory()
  const current = useCurrentCategory()
  useCommands({
    'category-history': {
      available: () => current !== null,
      run: () => {
        if (current !== null) open(current)
      },
    },
  })
  const isOpen = categoryId !== null
  useEffect(() => (isOpen ? () => useCategoryHistory.getState().giveFocusBack() : undefined), [isOpen])
  return categoryId === null ? null : <OpenPanel key={categoryId} categoryId={categoryId} />
}

function OpenPanel({ categoryId }: { readonly categoryId: number }): ReactNode {
  const close = useCategoryHistory((history) => history.close)
  const panel = useRef<HTMLElement>(null)
  const category = useLibrary('categories.list', { includeHidden: true }).data?.categories.find(
    (candidate) => candidate.categoryId === categoryId,
  )
  useCommands({ escape: { available: () => useView.getState().panel === 'none', run: close } })
  useEffect(() => panel.current?.focus(), [])
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={category === undefined ? 'History' : `History of ${category.name}`}
      data-keys="panel"
      tabIndex={-1}
    >
      <div className={styles.top}>
        <h2 className={styles.title}>
          {category !== undefined && <ColourDot colour={category.colour} />}
          <span>History of {category?.name ?? 'this category'}</span>
        </h2>
        <IconButton label="Close the history" keys="Escape" onClick={close}>
          <X />
        </IconButton>
      </div>
      <div className={styles.scroll}>
        <CategoryHistory categoryId={categoryId} />
      </div>
    </aside>
  )
}
