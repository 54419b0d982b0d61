import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { Category } from '../../contract/categories.ts'
import { ColourDot } from '../controls/colour-dot.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { useActiveOption } from '../controls/use-active-option.ts'
import { matchCategories } from '../tag-picker/match-categories.ts'
import { addMember, joinable, type Member, mostMembers, moveMember } from './members.ts'
import field from '../controls/text-field.module.css'
import styles from './members-field.module.css'

interface MembersFieldProps {
  readonly categories: readonly Category[]
  readonly members: readonly Member[]
  readonly choiceId: number | null
  readonly onChange: (members: readonly Member[]) => void
}

const mostOffered = 6

/** What a choice is between, in order. Typing offers categories; Enter adds the first, or makes one of a new name. */
export function MembersField({ categories, members, choiceId, onChange }: MembersFieldProps): ReactNode {
  const [typed, setTyped] = useState('')
  const id = useId()
  const offered =
    typed.trim() === ''
      ? []
      : matchCategories(joinable(categories, members, choiceId), typed)
          .slice(0, mostOffered)
          .map(({ name }) => name)
  const after = addMember(categories, members, choiceId, typed)
  const makesNew = after.at(-1)?.categoryId === null && after !== members
  const names = makesNew ? [...offered, typed.trim()] : offered
  const { activeIndex, setActiveIndex, walk, optionId } = useActiveOption(`${id}-list`, names.length, 0)

  const add = (name: string): void => {
    onChange(addMember(categories, members, choiceId, name))
    setTyped('')
    setActiveIndex(0)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and arrows belong to the input method while it composes a word.
    if (event.nativeEvent.isComposing) return
    if (walk(event)) return
    const name = names[activeIndex]
    if (event.key !== 'Enter' || typed.trim() === '') return
    event.preventDefault()
    if (name !== undefined) add(name)
  }
  return (
    <div className={field.group}>
      <label className={field.label} htmlFor={id}>
        Between
      </label>
      {members.length > 0 && (
        <ol className={styles.members}>
          {members.map((member, index) => (
            <li key={member.name} className={styles.member}>
              <ColourDot colour={member.colour ?? '#80796f'} />
              <span className={styles.name}>{member.name}</span>
              {member.categoryId === null && <span className={styles.note}>new</span>}
              <IconButton
                label={`Move ${member.name} up`}
                disabled={index === 0}
                onClick={() => onChange(moveMember(members, index, -1))}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={`Move ${member.name} down`}
                disabled={index === members.length - 1}
                onClick={() => onChange(moveMember(members, index, 1))}
              >
                <ArrowDown />
              </IconButton>
              <IconButton
                label={`Take ${member.name} out`}
                onClick={() => onChange(members.filter((other) => other !== member))}
              >
                <X />
              </IconButton>
            </li>
          ))}
        </ol>
      )}
      {members.length < mostMembers && (
        <input
          id={id}
          className={field.field}
          role="combobox"
          aria-expanded={names.length > 0}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          {...(names.length > 0 && { 'aria-activedescendant': optionId(activeIndex) })}
          placeholder={members.length < 2 ? 'Add a category, at least two' : 'Add a category'}
          autoComplete="off"
          maxLength={80}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setActiveIndex(0)
          }}
          onKeyDown={onKeyDown}
        />
      )}
      <div id={`${id}-list`} role="listbox" aria-label="Categories" className={styles.list} hidden={names.length === 0}>
        {names.map((name, index) => (
          <div
            key={`${name} ${index}`}
            id={optionId(index)}
            role="option"
            aria-selected={index === activeIndex}
            tabIndex={-1}
            className={styles.option}
            onPointerMove={() => setActiveIndex(index)}
            onPointerUp={() => add(name)}
          >
            {makesNew && index === names.length - 1 ? `Make “${name}”` : name}
          </div>
        ))}
      </div>
    </div>
  )
}
