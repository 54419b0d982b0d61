import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './folder-name-field.module.css'
import { lookAtTemplate } from './example-path.ts'

interface FolderNameFieldProps {
  readonly path: string
  /** Null: as it was. */
  readonly onDone: (path: string | null) => void
}

/** Another path for a planned folder, written where it stands. Enter keeps it, Esc and leaving don't. */
export function FolderNameField({ path, onDone }: FolderNameFieldProps): ReactNode {
  const [typed, setTyped] = useState(path)
  const field = useRef<HTMLInputElement>(null)
  const given = useRef(false)
  useEffect(() => {
    field.current?.focus()
    // The last name is what is changed most.
    field.current?.setSelectionRange(path.lastIndexOf('/') + 1, path.length)
  }, [path])
  const wanted = typed.trim().replace(/\/+$/, '')
  const problem = /[{}]/.test(wanted) ? 'Write the name itself, without { and }.' : lookAtTemplate(wanted, null).problem
  const finish = (to: string | null): void => {
    // Blur follows Enter and Esc, when the field goes away.
    if (given.current) return
    given.current = true
    onDone(to)
  }
  return (
    <span className={styles.place}>
      <input
        ref={field}
        className={styles.field}
        aria-label={`Another folder for ${path}`}
        aria-invalid={problem !== null}
        title={problem ?? ''}
        spellCheck={false}
        autoComplete="off"
        maxLength={4000}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => finish(null)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && problem === null) finish(wanted)
          if (event.key !== 'Escape') return
          event.preventDefault()
          finish(null)
        }}
      />
      <span className={styles.problem} role="alert">
        {problem}
      </span>
    </span>
  )
}
