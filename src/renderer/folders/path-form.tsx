import { type ReactNode, useId, useState } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { addFolders } from './add-folders.ts'
import styles from './path-form.module.css'

interface PathFormProps {
  readonly onAdded: () => void
  /** Whether the person begins here. */
  readonly begins?: boolean
}

/** A folder by its path, where the browser has no dialog that would give it. */
export function PathForm({ onAdded, begins = false }: PathFormProps): ReactNode {
  const id = useId()
  const platform = useLibrary('system.info', {}).data?.platform
  const [path, setPath] = useState('')
  const [adding, setAdding] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const add = async (): Promise<void> => {
    const wanted = unquote(path)
    if (wanted === '' || adding) return
    setAdding(true)
    setRefusal(null)
    const added = await addFolders([wanted], setRefusal)
    setAdding(false)
    if (!added) return
    setPath('')
    onAdded()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label htmlFor={id} className={styles.label}>
        Path of a folder
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className={styles.field}
          ref={begins ? focus : null}
          placeholder={examples[platform ?? ''] ?? '/home/you/Pictures'}
          autoComplete="off"
          spellCheck={false}
          value={path}
          aria-invalid={refusal !== null}
          aria-describedby={`${id}-refusal`}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
        <Button type="submit" variant="primary" disabled={path.trim() === '' || adding}>
          {adding ? 'Adding…' : 'Add'}
        </Button>
      </div>
      <p id={`${id}-refusal`} className={styles.refusal} role="alert">
        {refusal}
      </p>
    </form>
  )
}

/** What a path looks like here, by `process.platform`. */
const examples: Readonly<Record<string, string>> = {
  win32: 'C:\\Users\\you\\Pictures',
  darwin: '/Users/you/Pictures',
}

/** Once, when the field appears: the same function each time, so that React does not call it again. */
function focus(field: HTMLElement | null): void {
  field?.focus()
}

/** File managers copy paths in quotes. */
function unquote(path: string): string {
  const trimmed = path.trim()
  return /^(["']).+\1$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed
}
