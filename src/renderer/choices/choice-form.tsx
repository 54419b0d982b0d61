import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { Category } from '../../contract/categories.ts'
import type { Choice } from '../../contract/choices.ts'
import { Button } from '../controls/button.tsx'
import { Checkbox } from '../controls/checkbox.tsx'
import { MembersField } from './members-field.tsx'
import type { Member } from './members.ts'
import field from '../controls/text-field.module.css'
import styles from './choice-form.module.css'
import { removeChoice, storeChoice } from './store-choice.ts'

interface ChoiceFormProps {
  /** Null for a new one. */
  readonly choice: Choice | null
  /** What it begins with. */
  readonly members: readonly Member[]
  readonly categories: readonly Category[]
  readonly onClose: () => void
}

/** The name of a choice, what it is between, and whether it may be none of them. Nothing is kept before the button is pressed. */
export function ChoiceForm({ choice, members: given, categories, onClose }: ChoiceFormProps): ReactNode {
  const [name, setName] = useState(choice?.name ?? '')
  const [members, setMembers] = useState(given)
  const [allowsNone, setAllowsNone] = useState(choice?.allowsNone ?? true)
  const [storing, setStoring] = useState(false)
  const queries = useQueryClient()
  const nameId = useId()
  const complete = name.trim() !== '' && members.length > 1

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!complete || storing) return
    setStoring(true)
    const stored = await storeChoice(choice, { name: name.trim(), members, allowsNone })
    setStoring(false)
    // What was just made is to be seen now, not when it is the lists' turn to be read again.
    for (const method of ['categories.list', 'choices.list']) void queries.invalidateQueries({ queryKey: [method] })
    if (stored) onClose()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void onSubmit(event)}>
      <h2 className={styles.title}>{choice === null ? 'New choice' : `Edit ${choice.name}`}</h2>
      <p className={styles.sentence}>Of these a photo shows exactly one. A yes to one is a no to the others.</p>
      <div className={field.group}>
        <label className={field.label} htmlFor={nameId}>
          Name
        </label>
        <input
          id={nameId}
          className={field.field}
          value={name}
          maxLength={80}
          autoComplete="off"
          placeholder="Pet"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <MembersField
        categories={categories}
        members={members}
        choiceId={choice?.choiceId ?? null}
        onChange={setMembers}
      />
      <Checkbox checked={allowsNone} onChange={() => setAllowsNone(!allowsNone)}>
        “None of these” is possible
      </Checkbox>
      <div className={styles.footer}>
        <Button type="submit" variant="primary" disabled={!complete || storing}>
          {choice === null ? 'Make choice' : 'Save'}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <span className={styles.gap} />
        {choice !== null && (
          <Button
            variant="danger"
            title="Its categories stay, each by itself"
            onClick={() => {
              void removeChoice(choice)
              onClose()
            }}
          >
            Remove
          </Button>
        )}
      </div>
    </form>
  )
}
