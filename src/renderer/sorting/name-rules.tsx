import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../controls/button.tsx'
import styles from './saved-rules-menu.module.css'

interface NameRulesProps {
  readonly name: string
  /** Under these, other rules are replaced. */
  readonly takenNames: readonly string[]
  readonly onNamed: (name: string) => void
  readonly onClose: () => void
}

/** A name for the rules, written where it will stand. Enter keeps it, Esc doesn't. */
export function NameRules({ name, takenNames, onNamed, onClose }: NameRulesProps): ReactNode {
  const [typed, setTyped] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const wanted = typed.trim()
  const replaces = wanted !== name && takenNames.includes(wanted)
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== '') onNamed(wanted)
      }}
    >
      <input
        ref={field}
        className={styles.field}
        aria-label="Name of these rules"
        placeholder="Name of these rules"
        autoComplete="off"
        maxLength={80}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onClose()
        }}
      />
      <Button type="submit" variant="primary" disabled={wanted === ''}>
        {replaces ? 'Replace' : 'Save'}
      </Button>
      <Button variant="quiet" onClick={onClose}>
        Cancel
      </Button>
    </form>
  )
}
