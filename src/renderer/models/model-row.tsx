import { ChevronRight, TriangleAlert } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import type { ModelView } from '../../contract/models.ts'
import { ErrorBox } from './error-box.tsx'
import { ModelFacts } from './model-facts.tsx'
import styles from './model-row.module.css'
import { RowProgress } from './row-progress.tsx'
import { RowWays } from './row-ways.tsx'
import { expectedSpeedWords } from './speed-words.ts'

interface ModelRowProps {
  readonly model: ModelView
  /** Photos a second of the model in use; null where not known. */
  readonly presentSpeed: number | null
  readonly photoCount: number
  readonly activeName: string | null
}

/** A model that is not in use: what it is better at, what it would cost, and the way to it. */
export function ModelRow({ model, presentSpeed, photoCount, activeName }: ModelRowProps): ReactNode {
  const id = useId()
  const [open, setOpen] = useState(false)
  const speed = expectedSpeedWords(model, presentSpeed, photoCount)
  return (
    <li className={styles.row} data-model={model.modelKey} tabIndex={-1} aria-labelledby={`${id}-name`}>
      <div className={styles.words}>
        <h3 id={`${id}-name`} className={styles.name}>
          {model.name}
        </h3>
        <p className={styles.summary}>{model.summary}</p>
        {speed !== null && <p className={styles.speed}>{speed}</p>}
        {model.licence.note !== null && (
          <p className={styles.note}>
            <TriangleAlert aria-hidden />
            {model.licence.note}
          </p>
        )}
        <p className={styles.aside}>
          <button
            type="button"
            className={styles.more}
            aria-expanded={open}
            aria-controls={`${id}-facts`}
            aria-label={`About ${model.name}`}
            onClick={() => setOpen(!open)}
          >
            <ChevronRight aria-hidden />
            About
          </button>
          {[`Licence: ${model.licence.name}`, `Languages: ${model.languages}`].join(' · ')}
        </p>
      </div>
      <RowWays model={model} photoCount={photoCount} activeName={activeName} />
      <div className={styles.below}>
        <RowProgress model={model} />
        <ErrorBox subject={model.modelKey} />
        <div id={`${id}-facts`} className={styles.facts} hidden={!open}>
          {open && <ModelFacts model={model} />}
        </div>
      </div>
    </li>
  )
}
