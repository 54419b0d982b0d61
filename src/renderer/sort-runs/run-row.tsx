import type { ReactNode } from 'react'
import type { SortRun } from '../../contract/sorting.ts'
import { clockTime } from '../category-history/by-day.ts'
import { Button } from '../controls/button.tsx'
import { ProgressBar } from '../controls/progress-bar.tsx'
import styles from './run-row.module.css'
import { continueRun, undoRun } from './sort-actions.ts'
import { showRun } from './sort-runs-store.ts'
import {
  canContinue,
  canUndo,
  leftoverParts,
  outcomeWords,
  sortProgressParts,
  sortStage,
  stateName,
} from './sort-words.ts'
import { useLiveSort } from './use-live-sort.ts'

/** One sort in the list: when, by which rules, what became of it, and the ways on and back. */
export function RunRow({ run }: { readonly run: SortRun }): ReactNode {
  const live = useLiveSort()
  const name = stateName(run)
  const time = clockTime(run.startedAtMs)
  const going = live?.runId === run.runId ? live : null
  const words = going === null ? outcomeWords(run) : sortStage(going, run.action)
  const asides = going === null ? leftoverParts(run) : sortProgressParts(going)
  const which = `${run.rulesName ?? 'the sort'} of ${time}`
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.top}>
          <button type="button" className={styles.open} onClick={() => showRun(run.runId)}>
            {words}
          </button>
          {name !== null && going === null && (
            <span className={styles.state} data-state={run.state}>
              {name}
            </span>
          )}
        </p>
        {going !== null && <ProgressBar label={words} done={going.done} total={going.total} />}
        <p className={styles.aside}>
          {[time, run.rulesName, run.state === 'undone' ? `from ${run.targetPath}` : null, ...asides]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        {run.notice !== null && <p className={styles.aside}>{run.notice}</p>}
      </div>
      <div className={styles.ways}>
        {canContinue(run) && (
          <Button disabled={live !== null} aria-label={`Continue ${which}`} onClick={() => void continueRun(run.runId)}>
            Continue
          </Button>
        )}
        {canUndo(run) && (
          <Button
            variant="quiet"
            disabled={live !== null}
            aria-label={`Undo ${which}`}
            onClick={() => void undoRun(run.runId)}
          >
            Undo
          </Button>
        )}
      </div>
    </li>
  )
}
