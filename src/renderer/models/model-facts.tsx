import type { ReactNode } from 'react'
import type { ModelView } from '../../contract/models.ts'
import { sizeText } from '../../core/words/size-text.ts'
import { MeasureButton } from './measure-button.tsx'
import styles from './model-facts.module.css'
import { countWords, photosPerSecondWords, speedOf } from './speed-words.ts'

/** The card of a model: what it learned from, what it may be used for, how well and how fast it works, where it lies. */
export function ModelFacts({ model }: { readonly model: ModelView }): ReactNode {
  const { licence, lookedAt, quality, folderPath } = model
  return (
    <dl className={styles.facts}>
      <Fact name="Trained on">{model.trainedOn ?? 'Not published'}</Fact>
      <Fact name="Languages">{model.languages}</Fact>
      <Fact name="Licence">
        {licence.name}
        {licence.url !== null && <span className={styles.aside}>{licence.url}</span>}
        {licence.note !== null && <span className={styles.aside}>{licence.note}</span>}
      </Fact>
      <Fact name="Measured">
        {quality.length === 0
          ? 'Not yet'
          : quality.map(({ set, result, by }) => (
              <span key={`${set} ${by}`} className={styles.quality}>
                {set}: {result} <span className={styles.by}>by {by}</span>
              </span>
            ))}
      </Fact>
      <Fact name="Speed here">
        {speedWords(model)}
        {model.state.kind === 'active' && speedOf(model) === null && <MeasureButton />}
      </Fact>
      <Fact name="Numbers a photo">{countWords(model.embeddingDim)}</Fact>
      {lookedAt.photos > 0 && (
        <Fact name="Has looked at">
          {countWords(lookedAt.photos)} {lookedAt.photos === 1 ? 'photo' : 'photos'}, {sizeText(lookedAt.sizeBytes)}
        </Fact>
      )}
      <Fact name={folderPath === null ? 'To download' : 'On the disk'}>
        {sizeText(model.sizeBytes)}
        {folderPath !== null && <span className={styles.aside}>{folderPath}</span>}
      </Fact>
    </dl>
  )
}

function speedWords(model: ModelView): string {
  const photosPerSecond = speedOf(model)
  if (photosPerSecond === null) return 'Not known yet'
  const words = photosPerSecondWords(photosPerSecond)
  return model.speed.measured === null ? `About ${words}, not measured yet` : words
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
