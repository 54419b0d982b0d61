import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { useView } from '../state/view-store.ts'
import { Button } from '../controls/button.tsx'
import styles from './settings-panel.module.css'

/** What this is, which model looks at the photos, and the promise. */
export function About(): ReactNode {
  const info = useLibrary('system.info', {}).data
  const show = useView((view) => view.show)
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>About</h3>
      <p className={styles.promise}>
        Everything stays on this computer. No photo, word or number leaves it, and your files are never changed.
      </p>
      {info !== undefined && (
        <dl className={styles.facts}>
          <div>
            <dt>Winnow</dt>
            <dd>{info.version}</dd>
          </div>
          <div>
            <dt>Model</dt>
            <dd>{info.model === null ? 'none found' : `${info.model.name} ${info.model.version}`}</dd>
          </div>
          <div>
            <dt>Runs in</dt>
            <dd>{hosts[info.host]}</dd>
          </div>
        </dl>
      )}
      <Button variant="quiet" className={styles.keys ?? ''} onClick={() => show('keys')}>
        All keys
      </Button>
    </section>
  )
}

const hosts = { electron: 'its own window', browser: 'this browser', terminal: 'a terminal' } as const
