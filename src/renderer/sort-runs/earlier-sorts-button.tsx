import { History } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { useView } from '../state/view-store.ts'
import styles from './earlier-sorts-button.module.css'
import { showRuns } from './sort-runs-store.ts'

/** The way from setting up a sort to those of before; nothing where there are none. */
export function EarlierSortsButton(): ReactNode {
  const atSort = useView((view) => view.place.kind === 'sort')
  const runs = useLibrary('sorting.runs', atSort ? {} : null).data?.runs
  if (!atSort || runs === undefined || runs.length === 0) return null
  return (
    <Button variant="quiet" className={styles.button ?? ''} onClick={showRuns}>
      <History aria-hidden />
      Earlier sorts
    </Button>
  )
}
