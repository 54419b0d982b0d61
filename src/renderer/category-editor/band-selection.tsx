import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../controls/button.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { Kbd } from '../controls/kbd.tsx'
import { runCommand } from '../state/commands.ts'
import { useSelection } from '../state/selection-store.ts'
import styles from './band-selection.module.css'

/** What can be said about what is selected among the bands; there only while something is. */
export function BandSelection(): ReactNode {
  const count = useSelection((state) => state.selected.size)
  const clear = useSelection((state) => state.clear)
  const words = `${count.toLocaleString('en')} selected`
  return (
    <div className={styles.place}>
      <p className="visually-hidden" role="status">
        {count > 0 ? words : ''}
      </p>
      {count > 0 && (
        <div className={styles.bar} role="toolbar" aria-label="Selection">
          <span className={styles.count}>{words}</span>
          <Button variant="quiet" aria-keyshortcuts="y" onClick={() => runCommand('say-yes')}>
            <Check aria-hidden /> Yes <Kbd keys="Y" />
          </Button>
          <Button variant="quiet" aria-keyshortcuts="n" onClick={() => runCommand('say-no')}>
            <X aria-hidden /> No <Kbd keys="N" />
          </Button>
          <IconButton label="Clear the selection" keys="Escape" tooltipSide="top" onClick={clear}>
            <X />
          </IconButton>
        </div>
      )}
    </div>
  )
}
