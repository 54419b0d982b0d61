import { type ReactNode, useId, useState } from 'react'
import { Choice } from '../controls/choice.tsx'
import styles from './setup-form.module.css'
import { useSorting } from './sort-store.ts'
import { TemplateField } from './template-field.tsx'

const choices = [
  { value: 'stays', label: 'Stays' },
  { value: 'goes', label: 'Goes to…' },
] as const

/** Where photos go that no rule wants. */
export function OtherwiseField({ otherwise }: { readonly otherwise: string | null }): ReactNode {
  const change = useSorting((sorting) => sorting.change)
  const [earlier, setEarlier] = useState('Other/{year}')
  const id = useId()
  return (
    <div className={styles.group} role="group" aria-labelledby={id}>
      <span id={id} className={styles.label}>
        Everything else
      </span>
      <div>
        <Choice
          label="Everything else"
          value={otherwise === null ? 'stays' : 'goes'}
          choices={choices}
          onChange={(value) => {
            if (otherwise !== null) setEarlier(otherwise)
            change({ otherwise: value === 'stays' ? null : earlier })
          }}
        />
      </div>
      {otherwise !== null && (
        <TemplateField
          label="Folder for everything else"
          value={otherwise}
          categoryName={null}
          onChange={(text) => change({ otherwise: text })}
        />
      )}
    </div>
  )
}
