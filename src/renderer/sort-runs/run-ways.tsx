import { Download, Images, Play, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SortRun } from '../../contract/sorting.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { useView } from '../state/view-store.ts'
import { placeOfPath } from './place-of-path.ts'
import styles from './run-ways.module.css'
import { continueRun, exportRun, undoRun } from './sort-actions.ts'
import { canContinue, canUndo } from './sort-words.ts'

interface RunWaysProps {
  readonly run: SortRun
  /** Files of some sort are under way: one at a time. */
  readonly busy: boolean
}

const nothing: readonly never[] = []

/** What can be done with a sort that is not under way. */
export function RunWays({ run, busy }: RunWaysProps): ReactNode {
  const folders = useLibrary('folders.list', {}).data?.folders ?? nothing
  const go = useView((view) => view.go)
  const place = placeOfPath(run.targetPath, folders)
  return (
    <div className={styles.ways}>
      {canContinue(run) && (
        <Button variant="primary" disabled={busy} onClick={() => void continueRun(run.runId)}>
          <Play aria-hidden />
          Continue
        </Button>
      )}
      {canUndo(run) && (
        <Button disabled={busy} onClick={() => void undoRun(run.runId)}>
          <Undo2 aria-hidden />
          Undo
        </Button>
      )}
      {place !== null && run.done + run.kept > 0 && (
        <Button onClick={() => go(place)}>
          <Images aria-hidden />
          Show photos
        </Button>
      )}
      <Button variant="quiet" onClick={() => void exportRun(run)}>
        <Download aria-hidden />
        Export as CSV
      </Button>
    </div>
  )
}
