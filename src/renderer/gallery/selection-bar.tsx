import { Check, FolderTree, Minus, Plus, ScanSearch, TagPlus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../controls/button.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { runCommand } from '../state/commands.ts'
import { useCurrentCategory } from '../state/current-category.ts'
import { useSelection } from '../state/selection-store.ts'
import styles from './selection-bar.module.css'

/** What can be done with what is selected; there only while something is. */
export function SelectionBar(): ReactNode {
  const count = useSelection((state) => state.selected.size)
  const clear = useSelection((state) => state.clear)
  const inCategory = useCurrentCategory() !== null
  const words = `${count.toLocaleString('en')} selected`
  return (
    <>
      <p className="visually-hidden" role="status">
        {count > 0 ? words : ''}
      </p>
      {count > 0 && (
        <div className={styles.bar} role="toolbar" aria-label="Selection">
          <span className={styles.count}>{words}</span>
          {inCategory && (
            <>
              <Button variant="quiet" aria-keyshortcuts="y" onClick={() => runCommand('say-yes')}>
                <Check aria-hidden /> Yes
              </Button>
              <Button variant="quiet" aria-keyshortcuts="n" onClick={() => runCommand('say-no')}>
                <Minus aria-hidden /> No
              </Button>
            </>
          )}
          <Button variant="quiet" aria-keyshortcuts="t" onClick={() => runCommand('tag')}>
            <Plus aria-hidden /> Add to…
          </Button>
          <Button
            variant="quiet"
            aria-keyshortcuts="c"
            title="New category from these photos"
            onClick={() => runCommand('category-from-these')}
          >
            <TagPlus aria-hidden /> New category
          </Button>
          <Button
            variant="quiet"
            aria-keyshortcuts="s"
            disabled={count !== 1}
            title={count === 1 ? undefined : 'Select one photo to find more like it'}
            onClick={() => runCommand('more-like-this')}
          >
            <ScanSearch aria-hidden /> More like this
          </Button>
          <Button
            variant="quiet"
            aria-keyshortcuts="o"
            title="Sort these files on disk"
            onClick={() => runCommand('sort-files')}
          >
            <FolderTree aria-hidden /> Sort…
          </Button>
          <IconButton label="Clear the selection" keys="Escape" tooltipSide="top" onClick={clear}>
            <X />
          </IconButton>
        </div>
      )}
    </>
  )
}
