import type { ReactNode } from 'react'
import { Button } from '../controls/button.tsx'
import { commandAvailable, runCommand } from '../state/commands.ts'
import { useView } from '../state/view-store.ts'
import styles from './settings-panel.module.css'

/** Taking one's categories to another computer, or in from somebody else. */
export function SharedCategories(): ReactNode {
  const show = useView((view) => view.show)
  const run = (command: 'import-categories' | 'export-categories'): void => {
    show('none')
    runCommand(command)
  }
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>Sharing categories</h3>
      <div className={styles.buttons}>
        <Button onClick={() => run('import-categories')}>Import categories…</Button>
        <Button disabled={!commandAvailable('export-categories')} onClick={() => run('export-categories')}>
          Export all my categories…
        </Button>
      </div>
    </section>
  )
}
