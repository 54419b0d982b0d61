import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { SortProgress, SortRun } from '../../contract/sorting.ts'
import { sentenceOf } from '../connection/attempt.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { sizeText } from '../../core/words/size-text.ts'
import { EmptyFolders } from './empty-folders.tsx'
import { LiveRun } from './live-run.tsx'
import { RunEntries } from './run-entries.tsx'
import styles from './run-page.module.css'
import { RunWays } from './run-ways.tsx'
import { showRuns } from './sort-runs-store.ts'
import { isSettled, leftoverParts, outcomeWords, sortStage, stateName } from './sort-words.ts'
import { takeLostFocus } from './take-lost-focus.ts'
import { pageSize } from './use-entries.ts'
import { useLiveSort } from './use-live-sort.ts'

/** One sort: what is happening or what was done, what went wrong, every file of it, and the way back. */
export function RunPage({ runId }: { readonly runId: number }): ReactNode {
  const { data, error } = useLibrary('sorting.run', { runId, limit: pageSize })
  const progress = useLiveSort()
  const live = progress?.runId === runId ? progress : null
  const page = useRef<HTMLDivElement>(null)
  // What was pressed to come here, or to begin, may be gone by now.
  const isThere = data !== undefined
  const isLive = live !== null
  useEffect(() => {
    if (isThere || isLive) takeLostFocus(page.current)
  }, [isThere, isLive])
  const back = (
    <Button variant="quiet" className={styles.back} onClick={showRuns}>
      <ArrowLeft aria-hidden />
      Earlier sorts
    </Button>
  )
  if (data === undefined) {
    return (
      <div ref={page} className={styles.page} tabIndex={-1}>
        <div className={styles.top}>
          {back}
          {error !== null && <p>{sentenceOf(error)}</p>}
        </div>
      </div>
    )
  }
  const { run } = data
  const state = stateName(run)
  const leftover = leftoverParts(run)
  const title = live === null ? outcomeWords(run) : sortStage(live, run.action)
  return (
    <div ref={page} className={styles.page} tabIndex={-1}>
      <div className={styles.top}>
        {back}
        <div className={styles.heading}>
          <h2 className={styles.title}>{title}</h2>
          {live === null && state !== null && (
            <span className={styles.state} data-state={run.state}>
              {state}
            </span>
          )}
        </div>
        <p className={styles.facts}>
          {[
            run.rulesName,
            targetWords(run, live?.direction ?? null),
            sizeText(run.sizeBytes),
            ...(live === null ? leftover : []),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        {/* What is said aloud: that it goes on, rests, waits or ended, not each file. */}
        <p className="visually-hidden" role="status">
          {[title, ...(live === null ? leftover : [live.notice ?? ''])].filter((part) => part !== '').join('. ')}
        </p>
        {run.notice !== null && live === null && <p className={styles.notice}>{run.notice}</p>}
        {live === null ? <RunWays run={run} busy={progress !== null} /> : <LiveRun progress={live} run={run} />}
        {isSettled(run) && live === null && <EmptyFolders runId={runId} />}
      </div>
      <RunEntries run={run} busy={progress !== null} />
    </div>
  )
}

/** "to /photos/Sorted", where the title does not say it; null where it does. */
function targetWords({ state, targetPath }: SortRun, direction: SortProgress['direction'] | null): string | null {
  if (state === 'undone' || direction === 'undo') return `from ${targetPath}`
  return direction === null ? null : `to ${targetPath}`
}
