import { Download, Pause, Play, RotateCcw } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { ModelView } from '../../contract/models.ts'
import { Button } from '../controls/button.tsx'
import { sizeText } from '../../core/words/size-text.ts'
import { changeOverWords } from './change-over-words.ts'
import {
  cancelDownload,
  downloadModel,
  pauseDownload,
  pausePreparing,
  resumePreparing,
  stopPreparing,
  switchToModel,
} from './model-actions.ts'
import { useModelsPage } from './models-store.ts'
import { RemoveModel } from './remove-model.tsx'
import styles from './row-ways.module.css'

interface RowWaysProps {
  readonly model: ModelView
  /** What the model in use has looked at. */
  readonly photoCount: number
  /** The name of the model in use. */
  readonly activeName: string | null
}

/** What can be done with a model now, and what that will do, said before it is pressed. */
export function RowWays({ model, photoCount, activeName }: RowWaysProps): ReactNode {
  const id = useId()
  const mirror = useModelsPage((page) => page.mirror)
  const { name, state } = model
  const hint = hintOf(model, photoCount, activeName, mirror)
  return (
    <div className={styles.ways}>
      <div className={styles.buttons} data-ways>
        {state.kind === 'available' && (
          <Button
            aria-describedby={id}
            aria-label={`Download ${sizeText(model.sizeBytes)}: ${name}`}
            onClick={() => void downloadModel(model)}
          >
            <Download aria-hidden />
            Download {sizeText(model.sizeBytes)}
          </Button>
        )}
        {state.kind === 'downloading' && (
          <Button aria-label={`Pause the download of ${name}`} onClick={() => void pauseDownload(model)}>
            <Pause aria-hidden />
            Pause
          </Button>
        )}
        {state.kind === 'paused' && (
          <Button
            aria-describedby={id}
            aria-label={`Go on with the download of ${name}`}
            onClick={() => void downloadModel(model)}
          >
            <Play aria-hidden />
            Go on
          </Button>
        )}
        {state.kind === 'failed' && (
          <Button
            aria-describedby={id}
            aria-label={`Try again: download of ${name}`}
            onClick={() => void downloadModel(model)}
          >
            <RotateCcw aria-hidden />
            Try again
          </Button>
        )}
        {(state.kind === 'downloading' || state.kind === 'paused' || state.kind === 'failed') && (
          <Button
            variant="quiet"
            aria-label={`Cancel the download of ${name}`}
            onClick={() => void cancelDownload(model)}
          >
            Cancel
          </Button>
        )}
        {state.kind === 'installed' && (
          <Button
            aria-describedby={id}
            aria-label={`Use this model: ${name}`}
            onClick={() => void switchToModel(model)}
          >
            Use this model
          </Button>
        )}
        {state.kind === 'preparing' && (
          <>
            {state.state === 'running' ? (
              <Button aria-label={`Pause getting ${name} ready`} onClick={() => void pausePreparing(model)}>
                <Pause aria-hidden />
                Pause
              </Button>
            ) : (
              <Button
                aria-label={`${state.state === 'paused' ? 'Go on' : 'Try again'}: getting ${name} ready`}
                onClick={() => void resumePreparing(model)}
              >
                {state.state === 'paused' ? <Play aria-hidden /> : <RotateCcw aria-hidden />}
                {state.state === 'paused' ? 'Go on' : 'Try again'}
              </Button>
            )}
            <Button
              variant="quiet"
              aria-describedby={id}
              aria-label={`Stop getting ${name} ready`}
              onClick={() => void stopPreparing(model)}
            >
              Stop
            </Button>
          </>
        )}
        <RemoveModel model={model} />
      </div>
      {hint !== null && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

function hintOf(model: ModelView, photoCount: number, activeName: string | null, mirror: string | null): ReactNode {
  switch (model.state.kind) {
    case 'available':
    case 'paused':
    case 'failed':
      return contactWords(model, mirror)
    case 'installed':
      return changeOverWords(model, photoCount)
    case 'preparing':
      return activeName === null ? null : `${activeName} stays in use until this is done. What is done is kept.`
    case 'downloading':
    case 'checking':
    case 'active':
    case 'broken':
      return null
  }
}

/** "Contacts only huggingface.co and *.hf.co." A host is not broken at its hyphens. */
function contactWords({ contacts, filesWithoutHash }: ModelView, mirror: string | null): ReactNode {
  const hosts = mirror === null ? contacts : [new URL(mirror).host]
  if (hosts.length === 0) return null
  const parts = new Intl.ListFormat('en-GB').formatToParts(hosts)
  return (
    <>
      {mirror === null ? 'Contacts only ' : 'Contacts '}
      {parts.map(({ type, value }, index) =>
        type === 'element' ? (
          <span key={index} className={styles.host}>
            {value}
          </span>
        ) : (
          value
        ),
      )}
      {mirror === null ? '.' : ' and those it leads to.'}
      {filesWithoutHash > 0 &&
        ` No hash of ${filesWithoutHash === 1 ? 'one file' : `${filesWithoutHash} files`} is published: what the server says is believed, and kept.`}
    </>
  )
}
