import { FolderPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { bridge } from '../connection/host.ts'
import { Button } from '../controls/button.tsx'
import { chooseFolders } from '../folders/add-folders.ts'
import { PathForm } from '../folders/path-form.tsx'
import { UsualPlaces } from '../folders/usual-places.tsx'
import styles from './first-run.module.css'

/** The first screen, while no folder is added: one sentence, one button, the usual places, the promise. */
export function FirstRun(): ReactNode {
  return (
    <div className={styles.screen}>
      <div className={styles.card}>
        <p className={styles.name}>Winnow</p>
        <h1 className={styles.title}>Where are your photos?</h1>
        <p className={styles.sentence}>
          Winnow looks at them where they are, finds out what is on them, and lets you sort them by your own words.
        </p>
        {bridge === undefined ? (
          <PathForm begins onAdded={nothing} />
        ) : (
          <div className={styles.add}>
            <Button variant="primary" onClick={() => void chooseFolders()}>
              <FolderPlus aria-hidden />
              Add a folder…
            </Button>
            <span className={styles.drop}>or drop one anywhere</span>
          </div>
        )}
        <UsualPlaces onAdded={nothing} />
        <p className={styles.promise}>Everything stays on this computer.</p>
      </div>
    </div>
  )
}

/** The photos that appear are the answer. */
function nothing(): void {}
