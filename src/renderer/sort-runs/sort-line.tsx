import { Pause, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SortProgress } from '../../contract/sorting.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { ProgressBar } from '../controls/progress-bar.tsx'
import styles from '../progress/progress-line.module.css'
import { ProgressRing } from '../progress/progress-ring.tsx'
import { useView } from '../state/view-store.ts'
import { showRun, useSortRuns } from './sort-runs-store.ts'
import { sortLineParts } from './sort-words.ts'
import { useLiveSort } from './use-live-sort.ts'

interface SortLineProps {
  /** Only a ring, where there is no room for words. */
  readonly compact?: boolean
}

/** One quiet line while files are sorted or go back; it leads to the whole story. Nothing where that is what is shown. */
export function SortLine({ compact = false }: SortLineProps): ReactNode {
  const live = useLiveSort()
  const atSorts = useView((view) => view.place.kind === 'sort-runs')
  const shownId = useSortRuns((runs) => runs.runId)
  if (live === null || (atSorts && shownId === live.runId)) return null
  const parts = sortLineParts(live)
  const words = parts.join(' · ')
  return (
    <div className={styles.place} data-compact={compact}>
      {!compact && (
        <div className={styles.bar}>
          <ProgressBar label="Progress of the sort" done={live.done} total={live.total} />
        </div>
      )}
      <button
        type="button"
        className={compact ? styles.ring : styles.line}
        {...(compact && { 'aria-label': words })}
        onClick={() => showRun(live.runId)}
      >
        {compact ? (
          <ProgressRing done={live.done} total={live.total} still={live.state !== 'running'} />
        ) : (
          <span className={styles.words}>
            {parts.map((part, index) => (
              <span key={index} className={styles.part} data-spare={index === 1 && parts.length > 2}>
                {part}
              </span>
            ))}
          </span>
        )}
      </button>
      {!compact && <RestButton progress={live} />}
    </div>
  )
}

function RestButton({ progress: { state } }: { readonly progress: SortProgress }): ReactNode {
  return state === 'running' ? (
    <IconButton label="Pause the sort" tooltipSide="top" onClick={() => void attempt(library['sorting.pause']({}))}>
      <Pause />
    </IconButton>
  ) : (
    <IconButton
      label={state === 'paused' ? 'Go on with the sort' : 'Resume the sort'}
      tooltipSide="top"
      onClick={() => void attempt(library['sorting.resume']({}))}
    >
      <Play />
    </IconButton>
  )
}
