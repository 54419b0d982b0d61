import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from '../controls/text-field.module.css'

interface NameFieldProps {
  readonly name: string
  readonly onChange: (name: string) => void
  /** Left, or Enter pressed. */
  readonly onSet: () => void
  readonly onEnter?: () => void
  /** Whether the person begins here. */
  readonly begins?: boolean
}

/** What a category is called. */
export function NameField({ name, onChange, onSet, onEnter, begins = false }: NameFieldProps): ReactNode {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (begins) field.current?.focus()
  }, [begins])
  return (
    <div className={styles.group}>
      <label className={styles.label} htmlFor={id}>
        Name
      </label>
      <input
        id={id}
        className={styles.field}
        ref={field}
        value={name}
        maxLength={80}
        autoComplete="off"
        placeholder="Birthday cake"
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onSet}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onSet()
          onEnter?.()
        }}
      />
    </div>
  )
}
