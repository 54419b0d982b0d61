import { Globe } from 'lucide-react'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '../controls/button.tsx'
import { Popover } from '../controls/popover.tsx'
import { useModelsPage } from './models-store.ts'
import styles from './ways-in.module.css'

/** Lets downloads come from another address, for computers that reach only their own network. */
export function MirrorButton(): ReactNode {
  const mirror = useModelsPage((page) => page.mirror)
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label="Download from another address"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <Globe aria-hidden />
          {mirror === null ? 'From another address…' : `From ${new URL(mirror).host}…`}
        </Button>
      }
    >
      <MirrorForm onDone={() => setOpen(false)} />
    </Popover>
  )
}

function MirrorForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const id = useId()
  const { mirror, setMirror } = useModelsPage()
  const [address, setAddress] = useState(mirror ?? '')
  const [refusal, setRefusal] = useState('')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const wanted = webAddress(address.trim())
    if (wanted === null) {
      setRefusal('This is no address. One begins with https:// or http://')
      return
    }
    setMirror(wanted)
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <label htmlFor={id} className={styles.label}>
        Address of a mirror
      </label>
      <input
        id={id}
        className={styles.field}
        placeholder="http://server.local:8000/models"
        autoComplete="off"
        spellCheck={false}
        value={address}
        aria-invalid={refusal !== ''}
        aria-describedby={`${id}-hint ${id}-refusal`}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <p id={`${id}-refusal`} className={styles.refusal} role="alert">
        {refusal}
      </p>
      <p id={`${id}-hint`} className={styles.hint}>
        Stands for https://huggingface.co in every download. The same files are asked for below it, and each is compared
        with what it should be.
      </p>
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" disabled={address.trim() === ''}>
          Use this address
        </Button>
        {mirror !== null && (
          <Button
            variant="quiet"
            onClick={() => {
              setMirror(null)
              onDone()
            }}
          >
            Use the usual one
          </Button>
        )}
      </div>
    </form>
  )
}

function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, href } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
