import { ChevronRight, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Condition } from '../../core/sorting/sort-rules.ts'
import { Button } from '../controls/button.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { Popover } from '../controls/popover.tsx'
import styles from './add-condition.module.css'
import { ConditionEditor } from './condition-editor.tsx'
import { conditionKinds, type ConditionNames } from './condition-words.ts'

interface AddConditionProps {
  readonly names: ConditionNames
  readonly onAdd: (condition: Condition) => void
}

/** Adds a condition: first its kind, then what it asks. */
export function AddCondition({ names, onAdd }: AddConditionProps): ReactNode {
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<Condition['kind'] | null>(null)
  const [pending, setPending] = useState<Condition | null>(null)
  const close = (): void => {
    setOpen(false)
    setKind(null)
    setPending(null)
  }
  const add = (condition: Condition): void => {
    onAdd(condition)
    close()
  }
  const offered = conditionKinds.filter(
    ({ kind }) =>
      (kind !== 'choice' || names.choices.length > 0) &&
      (kind !== 'category' || names.categories.length > 0) &&
      (kind !== 'folder' || names.folders.length > 0),
  )
  return (
    <Popover
      label="Add a condition"
      open={open}
      onOpenChange={(now) => (now ? setOpen(true) : close())}
      trigger={
        <IconButton label="Add a condition" className={styles.plus ?? ''}>
          <Plus />
        </IconButton>
      }
    >
      {kind === null ? (
        <ul className={styles.kinds}>
          {offered.map(({ kind, label }) => (
            <li key={kind}>
              <button type="button" className={styles.kind} onClick={() => setKind(kind)}>
                {label}
                <ChevronRight aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (pending !== null) add(pending)
          }}
        >
          <ConditionEditor
            kind={kind}
            condition={pending}
            names={names}
            // One of a list is an answer; of dates and types there may be more to say.
            onChange={(condition) => (kind === 'date' || kind === 'type' ? setPending(condition) : add(condition))}
          />
          {(kind === 'date' || kind === 'type') && (
            <Button type="submit" variant="primary" disabled={pending === null}>
              Add
            </Button>
          )}
        </form>
      )}
    </Popover>
  )
}
