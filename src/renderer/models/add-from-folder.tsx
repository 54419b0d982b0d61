import { FolderInput } from 'lucide-react'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { bridge } from '../connection/host.ts'
import { Button } from '../controls/button.tsx'
import { Popover } from '../controls/popover.tsx'
import { addModelFolder } from './model-actions.ts'
import styles from './ways-in.module.css'

/** Takes a model that lies in a folder: chosen in the system's dialog, or by its path where a browser has none. */
export function AddFromFolder({ onAdded }: { readonly onAdded: (modelKey: string) => void }): ReactNode {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const add = async (path: string): Promise<void> => {
    setOpen(false)
    setBusy(true)
    const modelKey = await addModelFolder(path)
    setBusy(false)
    if (modelKey !== null) onAdded(modelKey)
  }
  const choose = async (): Promise<void> => {
    const [path] = (await bridge?.folderDialog()) ?? []
    if (path !== undefined) await add(path)
  }
  const button = (
    <Button aria-disabled={busy} {...(bridge !== undefined && { onClick: () => (busy ? undefined : void choose()) })}>
      <FolderInput aria-hidden />
      {busy ? 'Copying and checking…' : 'Add from a folder…'}
    </Button>
  )
  if (bridge !== undefined) return button
  return (
    <Popover
      label="Add a model from a folder"
      align="end"
      open={open}
      onOpenChange={(next) => setOpen(next && !busy)}
      trigger={button}
    >
      <PathForm onPath={(path) => void add(path)} />
    </Popover>
  )
}

function PathForm({ onPath }: { readonly onPath: (path: string) => void }): ReactNode {
  const id = useId()
  const [path, setPath] = useState('')
  // File managers copy paths in quotes.
  const wanted = path.trim().replace(/^(["'])(.+)\1$/, '$2')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (wanted !== '') onPath(wanted)
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <label htmlFor={id} className={styles.label}>
        Path of the model’s folder
      </label>
      <input
        id={id}
        className={styles.field}
        autoComplete="off"
        spellCheck={false}
        value={path}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        One of Winnow’s own, or an export as transformers.js and Immich use them. It is copied; the folder stays as it
        is.
      </p>
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" disabled={wanted === ''}>
          Add
        </Button>
      </div>
    </form>
  )
}
