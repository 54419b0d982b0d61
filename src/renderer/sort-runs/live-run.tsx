import { Pause, Play, RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SortProgress, SortRun } from '../../contract/sorting.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { ProgressBar } from '../controls/progress-bar.tsx'
import styles from './live-run.module.css'
import { fileCount, sortProgressParts, sortStage } from './sort-words.ts'

function pause(): void {
  void attempt(library['sorting.pause']({}))
}

function resume(): void {
  void attempt(library['sorting.resume']({}))
}

interface LiveRunProps {
  readonly progress: SortProgress
  readonly run: SortRun
}

/** A sort under way: how far, how fast, what it waits for, and the ways to make it rest or end. */
export function LiveRun({ progress, run }: LiveRunProps): ReactNode {
  const { state, direction, done, total, problemCount, notice } = progress
  return (
    <div className={styles.live}>
      <ProgressBar label={sortStage(progress, run.action)} done={done} total={total} />
      <p className={styles.parts}>
        {sortProgressParts(progress).join(' · ')}
        {problemCount > 0 && <span className={styles.problems}> · {fileCount(problemCount)} left in place</span>}
      </p>
      {notice !== null && <p className={styles.notice}>{notice}</p>}
      <div className={styles.ways}>
        {/* One button, so that it keeps the keyboard when it comes to mean the other thing. */}
        <Button variant={state === 'running' ? 'plain' : 'primary'} onClick={state === 'running' ? pause : resume}>
          {wayOn(state)}
        </Button>
        <Button variant="quiet" onClick={() => void attempt(library['sorting.cancel']({}))}>
          Cancel
        </Button>
        <span className={styles.hint}>
          {direction === 'apply'
            ? 'After Cancel, what is done stays done and can be undone.'
            : 'After Cancel, files that are back stay back.'}
        </span>
      </div>
    </div>
  )
}

function wayOn(state: SortProgress['state']): ReactNode {
  switch (state) {
    case 'paused':
      return (
        <>
          <Play aria-hidden />
          Go on
        </>
      )
    case 'waiting':
      return (
        <>
          <RotateCcw aria-hidden />
          Resume
        </>
      )
    default:
      return (
        <>
          <Pause aria-hidden />
          Pause
        </>
      )
  }
}
