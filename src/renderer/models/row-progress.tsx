import type { ReactNode } from 'react'
import type { ModelView } from '../../contract/models.ts'
import { ProgressBar } from '../controls/progress-bar.tsx'
import styles from './row-progress.module.css'
import { downloadParts, preparingParts, preparingStage } from './state-words.ts'

/** How far a download or a preparation is and what holds it up; nothing where nothing is under way. */
export function RowProgress({ model }: { readonly model: ModelView }): ReactNode {
  const { state, name } = model
  switch (state.kind) {
    case 'downloading':
    case 'paused':
      return (
        <div className={styles.progress}>
          <ProgressBar label={`Download of ${name}`} done={state.doneBytes} total={state.totalBytes} />
          <p className={styles.parts}>{downloadParts(state).join(' · ')}</p>
        </div>
      )
    case 'failed':
      return (
        <div className={styles.progress}>
          <ProgressBar label={`Download of ${name}`} done={state.doneBytes} total={state.totalBytes} />
          <p className={styles.parts}>{downloadParts(state).join(' · ')}</p>
          <p className={styles.message}>{state.message}</p>
        </div>
      )
    case 'checking':
      return (
        <div className={styles.progress}>
          <progress className={styles.unknown} aria-label={`Checking ${name}`} />
          <p className={styles.parts}>Checking every byte, and trying it out once</p>
        </div>
      )
    case 'preparing':
      return (
        <div className={styles.progress}>
          <ProgressBar label={preparingStage(state)} done={state.done} total={state.total} />
          <p className={styles.parts}>{[preparingStage(state), ...preparingParts(state)].join(' · ')}</p>
          {state.notice !== null && <p className={styles.message}>{state.notice}</p>}
        </div>
      )
    case 'broken':
      return <p className={styles.message}>{state.message}</p>
    case 'available':
    case 'installed':
    case 'active':
      return null
  }
}
