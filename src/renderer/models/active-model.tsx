import type { ReactNode } from 'react'
import type { ModelView } from '../../contract/models.ts'
import styles from './active-model.module.css'
import { ModelFacts } from './model-facts.tsx'

/** The model that looks at the photos now, with its whole card. */
export function ActiveModel({ model }: { readonly model: ModelView }): ReactNode {
  return (
    <article className={styles.card} data-model={model.modelKey} tabIndex={-1} aria-label={model.name}>
      <h3 className={styles.name}>{model.name}</h3>
      <p className={styles.summary}>{model.summary}</p>
      <ModelFacts model={model} />
    </article>
  )
}
