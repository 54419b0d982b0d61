import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { useChangeSettings, useSettings } from '../settings/use-settings.ts'
import styles from './category-hint.module.css'

const enoughPhotos = 200

/**
 * The one hint: once enough photos are in, and while there is no category of the person's own, it says what New category
 * is for. Closed once, it never comes back.
 */
export function CategoryHint(): ReactNode {
  const settings = useSettings()
  const changeSettings = useChangeSettings()
  const list = useLibrary('categories.list', {}).data
  if (settings === undefined || list === undefined || settings.seenHints.includes('new-category')) return null
  if (list.photoCount < enoughPhotos || list.categories.some(({ origin }) => origin === 'own')) return null
  return (
    <aside className={styles.hint} aria-label="Hint">
      <p className={styles.words}>
        Type what you look for, “birthday cake” or “whiteboard with writing”, and Winnow gathers it.
      </p>
      <IconButton
        label="Close the hint"
        onClick={() => changeSettings({ seenHints: [...settings.seenHints, 'new-category'] })}
      >
        <X />
      </IconButton>
    </aside>
  )
}
