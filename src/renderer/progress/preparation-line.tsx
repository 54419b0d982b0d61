import { Pause, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ModelState, ModelView } from '../../contract/models.ts'
import { attempt } from '../connection/attempt.ts'
import { library, useLibrary } from '../connection/library.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { ProgressBar } from '../controls/progress-bar.tsx'
import { countWords } from '../models/speed-words.ts'
import { preparingStage } from '../models/state-words.ts'
import { openSidePage } from '../state/side-page.ts'
import { useView } from '../state/view-store.ts'
import { timeLeft } from './describe-progress.ts'
import preparation from './preparation-line.module.css'
import styles from './progress-line.module.css'
import { ProgressRing } from './progress-ring.tsx'

type Preparing = Extract<ModelState, { readonly kind: 'preparing' }>

interface PreparationLineProps {
  /** Only a ring, where there is no room for words. */
  readonly compact?: boolean
}

/** Shorter than on the page: the name of the model needs the room. */
const stages = { photos: 'Looking at photos', words: 'Reading words', tags: 'Finding tags' } as const

/** One quiet line while another model gets ready; it leads to the models. Nothing where they are what is shown. */
export function PreparationLine({ compact = false }: PreparationLineProps): ReactNode {
  const models = useLibrary('models.list', {}).data?.models
  const atModels = useView((view) => view.place.kind === 'models')
  const found = models?.flatMap(preparingOf)[0]
  if (found === undefined || atModels) return null
  const { name, state } = found
  const stage = `${state.state === 'running' ? stages[state.stage] : preparingStage(state)} with ${name}`
  // Speed is told on the page; time left is worth more here.
  const left = state.state === 'running' ? timeLeft(state.secondsLeft) : null
  const parts = [`${countWords(state.done)} of ${countWords(state.total)}`, left].filter((part) => part !== null)
  return (
    <div className={styles.place} data-compact={compact}>
      {!compact && (
        <div className={styles.bar}>
          <ProgressBar label={stage} done={state.done} total={state.total} />
        </div>
      )}
      <button
        type="button"
        className={compact ? styles.ring : `${styles.line} ${preparation.button}`}
        {...(compact && { 'aria-label': [stage, ...parts].join(' · ') })}
        onClick={() => openSidePage({ kind: 'models' })}
      >
        {compact ? (
          <ProgressRing done={state.done} total={state.total} still={state.state !== 'running'} />
        ) : (
          <span className={preparation.words}>
            <span>{stage}</span>
            <span>{parts.join(' · ')}</span>
          </span>
        )}
      </button>
      {!compact && <PauseButton state={state.state} name={name} />}
    </div>
  )
}

function preparingOf({ name, state }: ModelView): readonly { readonly name: string; readonly state: Preparing }[] {
  return state.kind === 'preparing' ? [{ name, state }] : []
}

function PauseButton({ state, name }: { readonly state: Preparing['state']; readonly name: string }): ReactNode {
  return state === 'running' ? (
    <IconButton
      label={`Pause getting ${name} ready`}
      tooltipSide="top"
      onClick={() => void attempt(library['models.pausePreparing']({}))}
    >
      <Pause />
    </IconButton>
  ) : (
    <IconButton
      label={`Go on getting ${name} ready`}
      tooltipSide="top"
      onClick={() => void attempt(library['models.resumePreparing']({}))}
    >
      <Play />
    </IconButton>
  )
}
