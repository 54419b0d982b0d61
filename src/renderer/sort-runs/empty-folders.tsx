import { Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import styles from './empty-folders.module.css'
import { removeEmptyFolders } from './sort-actions.ts'

/** Folders that a sort left empty, each by its path, to be moved to the trash if the person wants that. Nothing where there are none. */
export function EmptyFolders({ runId }: { readonly runId: number }): ReactNode {
  const paths = useLibrary('sorting.emptyFolders', { runId }).data?.paths
  const [removing, setRemoving] = useState(false)
  if (paths === undefined || paths.length === 0) return null
  const one = paths.length === 1
  const remove = async (): Promise<void> => {
    setRemoving(true)
    await removeEmptyFolders(runId, paths)
    setRemoving(false)
  }
  return (
    <section className={styles.folders} aria-label="Empty folders">
      <details className={styles.details}>
        <summary className={styles.summary}>
          {one ? '1 folder is empty now' : `${paths.length.toLocaleString('en')} folders are empty now`}
        </summary>
        {/* Scrolled with the keyboard, so it must be able to hold the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <ul className={styles.paths} tabIndex={0} aria-label="Empty folders">
          {paths.map((path) => (
            <li key={path}>{path}</li>
          ))}
        </ul>
      </details>
      <Button disabled={removing} onClick={() => void remove()}>
        <Trash2 aria-hidden />
        Move {one ? 'it' : 'them'} to the trash
      </Button>
    </section>
  )
}
