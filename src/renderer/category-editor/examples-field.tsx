import { ImagePlus } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Button } from '../controls/button.tsx'
import { Chip } from '../controls/chip.tsx'
import styles from './examples-field.module.css'

export interface ShownExample {
  readonly key: string
  readonly name: string
  readonly verdict: 'yes' | 'no'
}

interface ExamplesFieldProps {
  readonly examples: readonly ShownExample[]
  /** Pictures are held above the editor now. */
  readonly expectant: boolean
  readonly onAdd: (files: readonly File[], verdict: 'yes') => void
  readonly onRemove: (key: string) => void
}

/** Pictures from outside the library that teach the category: their names, and ways to add one. */
export function ExamplesField({ examples, expectant, onAdd, onRemove }: ExamplesFieldProps): ReactNode {
  const file = useRef<HTMLInputElement>(null)
  return (
    <div className={styles.group} data-expectant={expectant ? '' : undefined}>
      <span className={styles.label}>Examples from outside</span>
      {examples.length > 0 && (
        <ul className={styles.list}>
          {examples.map(({ key, name, verdict }) => (
            <li key={key} className={styles.example}>
              <Chip
                tone={verdict === 'no' ? 'not' : 'said'}
                removeLabel={`Remove the example “${name}”`}
                onRemove={() => onRemove(key)}
              >
                {verdict === 'no' ? `not ${name}` : name}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={file}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label="Pictures as examples"
        onChange={({ currentTarget }) => {
          onAdd([...(currentTarget.files ?? [])], 'yes')
          // The same picture may be chosen again.
          currentTarget.value = ''
        }}
      />
      <Button variant="quiet" className={styles.add ?? ''} onClick={() => file.current?.click()}>
        <ImagePlus aria-hidden /> Add a picture…
      </Button>
      <p className={styles.hint}>Or drop one anywhere here. Winnow learns from it and keeps no copy.</p>
    </div>
  )
}
