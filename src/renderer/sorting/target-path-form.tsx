import { type ReactNode, useState } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import styles from './target-field.module.css'

interface TargetPathFormProps {
  readonly targetPath: string | null
  /** Whether nothing can be sorted there. */
  readonly wrong: boolean
  readonly onChosen: (path: string) => void
}

/** A folder by its path, where the browser has no dialog that would give it. Enter takes it, and so does leaving the field. */
export function TargetPathForm({ targetPath, wrong, onChosen }: TargetPathFormProps): ReactNode {
  const platform = useLibrary('system.info', {}).data?.platform
  const [path, setPath] = useState(targetPath ?? '')
  // A folder chosen elsewhere stands here too.
  const [shownPath, setShownPath] = useState(targetPath)
  if (shownPath !== targetPath) {
    setShownPath(targetPath)
    setPath(targetPath ?? '')
  }
  const wanted = unquoted(path)
  const take = (): void => {
    if (wanted !== '' && wanted !== targetPath) onChosen(wanted)
  }
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <input
        className={styles.field}
        aria-label="Path of the folder to sort into"
        placeholder={examples[platform ?? ''] ?? '/home/you/Sorted photos'}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
        onBlur={() => {
          take()
          // Emptied, it would hide where photos still go.
          if (wanted === '') setPath(targetPath ?? '')
        }}
      />
      {wanted !== '' && wanted !== targetPath && <Button type="submit">Use</Button>}
    </form>
  )
}

/** What a path looks like here, by `process.platform`. */
const examples: Readonly<Record<string, string>> = {
  win32: 'C:\\Users\\you\\Sorted photos',
  darwin: '/Users/you/Sorted photos',
}

/** File managers copy paths in quotes. */
function unquoted(path: string): string {
  const trimmed = path.trim()
  return /^(["']).+\1$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed
}
