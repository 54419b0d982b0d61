import type { ReactNode } from 'react'
import type { Progress } from '../../contract/indexing.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { ProgressBar } from '../controls/progress-bar.tsx'
import { useView } from '../state/view-store.ts'
import { speed, stageName, timeLeft } from './describe-progress.ts'
import styles from './progress-details.module.css'

const number = new Intl.NumberFormat('en')

/** The whole story behind the progress line: stage, counts, speed, time left, what went wrong, pause. */
export function ProgressDetails({ progress }: { readonly progress: Progress }): ReactNode {
  const go = useView((view) => view.go)
  const idle = progress.state === 'idle'
  const facts = [
    ['Photos', `${number.format(progress.done)} of ${number.format(progress.total)}`],
    ['Speed', progress.state === 'running' ? speed(progress.photosPerSecond) : null],
    ['Time left', progress.state === 'running' ? timeLeft(progress.secondsLeft) : null],
  ] as const
  return (
    <div className={styles.details}>
      <h2 className={styles.stage}>{stageName(progress)}</h2>
      {!idle && <ProgressBar label={stageName(progress)} done={progress.done} total={progress.total} />}
      {progress.notice !== null && <p className={styles.notice}>{progress.notice}</p>}
      {!idle && (
        <dl className={styles.facts}>
          {facts.map(
            ([name, value]) =>
              value !== null && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      )}
      <p className={styles.hint}>
        {idle
          ? 'New and changed photos in your folders are read as they come.'
          : 'What you look at comes first. You can close Winnow; it goes on where it stopped.'}
      </p>
      <div className={styles.buttons}>
        {progress.state === 'paused' && (
          <Button variant="primary" onClick={() => void attempt(library['indexing.resume']({}))}>
            Go on
          </Button>
        )}
        {(progress.state === 'running' || progress.state === 'waiting') && (
          <Button onClick={() => void attempt(library['indexing.pause']({}))}>Pause</Button>
        )}
        {progress.problemCount > 0 && (
          <Button variant="quiet" onClick={() => go({ kind: 'problems' })}>
            {progress.problemCount === 1 ? '1 problem' : `${number.format(progress.problemCount)} problems`}
          </Button>
        )}
      </div>
    </div>
  )
}
