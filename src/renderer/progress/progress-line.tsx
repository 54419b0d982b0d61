import { Pause, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Progress } from '../../contract/indexing.ts'
import { attempt } from '../connection/attempt.ts'
import { library, useLibrary } from '../connection/library.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { ProgressBar } from '../controls/progress-bar.tsx'
import { Popover } from '../controls/popover.tsx'
import { useView } from '../state/view-store.ts'
import { describeProgress, progressParts } from './describe-progress.ts'
import { ProgressDetails } from './progress-details.tsx'
import { ProgressRing } from './progress-ring.tsx'
import styles from './progress-line.module.css'

interface ProgressLineProps {
  /** Only a ring, where there is no room for words. */
  readonly compact?: boolean
}

/** One quiet line while Winnow works through photos; it opens into the whole story. Nothing when there is nothing to do. */
export function ProgressLine({ compact = false }: ProgressLineProps): ReactNode {
  const progress = useLibrary('indexing.progress', {}).data
  const opened = useView((view) => view.panel === 'progress')
  const show = useView((view) => view.show)
  if (progress === undefined || (progress.state === 'idle' && !opened)) return null
  const words = describeProgress(progress)
  const trigger = (
    <button
      type="button"
      className={compact ? styles.ring : styles.line}
      {...(compact && { 'aria-label': `Progress: ${words}` })}
    >
      {compact ? (
        <ProgressRing done={progress.done} total={progress.total} still={progress.state !== 'running'} />
      ) : (
        <span className={styles.words}>
          <span className="visually-hidden">Progress: </span>
          {progressParts(progress).map((part, index) => (
            <span key={index} className={styles.part} data-spare={index === 1 && progress.secondsLeft !== null}>
              {part}
            </span>
          ))}
        </span>
      )}
    </button>
  )
  return (
    <div className={styles.place} data-compact={compact}>
      {!compact && progress.state !== 'idle' && (
        <div className={styles.bar}>
          <ProgressBar label="Progress" done={progress.done} total={progress.total} />
        </div>
      )}
      <Popover
        label="Progress"
        side={compact ? 'right' : 'top'}
        align={compact ? 'end' : 'start'}
        open={opened}
        onOpenChange={(open) => show(open ? 'progress' : 'none')}
        trigger={trigger}
      >
        <ProgressDetails progress={progress} />
      </Popover>
      {!compact && progress.state !== 'idle' && <PauseButton progress={progress} />}
    </div>
  )
}

function PauseButton({ progress }: { readonly progress: Progress }): ReactNode {
  return progress.state === 'paused' ? (
    <IconButton label="Go on" tooltipSide="top" onClick={() => void attempt(library['indexing.resume']({}))}>
      <Play />
    </IconButton>
  ) : (
    <IconButton label="Pause" tooltipSide="top" onClick={() => void attempt(library['indexing.pause']({}))}>
      <Pause />
    </IconButton>
  )
}
