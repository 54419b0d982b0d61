import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { Chip } from '../controls/chip.tsx'
import { addWords, splitWords } from './split-words.ts'
import styles from './words-field.module.css'

interface WordsFieldProps {
  readonly label: string
  readonly hint: string
  readonly placeholder: string
  readonly tone?: 'plain' | 'not'
  readonly words: readonly string[]
  readonly onChange: (words: readonly string[]) => void
  /** What is being typed and not yet added, so that it counts at once. */
  readonly pending: string
  readonly onPending: (text: string) => void
  /** Enter in an empty field. */
  readonly onDone: () => void
}

/** Wordings as chips. Enter or a comma adds, a pasted list adds each, Backspace in an empty field takes the last back. */
export function WordsField(props: WordsFieldProps): ReactNode {
  const { label, hint, placeholder, tone = 'plain', words, onChange, pending, onPending, onDone } = props
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const add = (text: string): void => {
    const added = splitWords(text)
    onPending('')
    if (added.length > 0) onChange(addWords(words, added))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Enter and arrows belong to the input method while it composes a word.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      if (pending.trim() === '') onDone()
      else add(pending)
    } else if (event.key === ',' || event.key === ';') {
      event.preventDefault()
      add(pending)
    } else if (event.key === 'Backspace' && pending === '' && words.length > 0) {
      event.preventDefault()
      onChange(words.slice(0, -1))
    }
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData('text')
    if (splitWords(text).length < 2) return
    event.preventDefault()
    add(`${pending}${text}`)
  }
  return (
    <div className={styles.group}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.field}>
        {words.map((wording) => (
          <Chip
            key={wording}
            tone={tone}
            removeLabel={`Remove “${wording}”`}
            onRemove={() => {
              onChange(words.filter((other) => other !== wording))
              field.current?.focus()
            }}
          >
            {wording}
          </Chip>
        ))}
        <input
          ref={field}
          id={id}
          className={styles.input}
          aria-describedby={`${id}-hint`}
          placeholder={words.length === 0 ? placeholder : ''}
          maxLength={200}
          autoComplete="off"
          value={pending}
          onChange={(event) => onPending(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => add(pending)}
        />
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
    </div>
  )
}
