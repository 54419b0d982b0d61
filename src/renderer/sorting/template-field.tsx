import { Braces } from 'lucide-react'
import { type ReactNode, useId, useRef } from 'react'
import { templatePlaceholders } from '../../core/sorting/template.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { Menu, MenuItem } from '../controls/menu.tsx'
import { lookAtTemplate } from './example-path.ts'
import styles from './template-field.module.css'

interface TemplateFieldProps {
  readonly label: string
  readonly value: string
  /** What {category} stands for in the example, where that is known. */
  readonly categoryName: string | null
  readonly onChange: (text: string) => void
}

/** A folder as it is to be named for each photo, with an example beneath it, or what is wrong. */
export function TemplateField({ label, value, categoryName, onChange }: TemplateFieldProps): ReactNode {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  /** Where typing goes on after something was inserted from the menu. */
  const caret = useRef<number | null>(null)
  const goOn = (): boolean => {
    if (caret.current === null) return false
    field.current?.focus()
    field.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
    return true
  }
  const { example, problem } = lookAtTemplate(value, categoryName)
  const insert = (name: string): void => {
    const [from, to] = [field.current?.selectionStart ?? value.length, field.current?.selectionEnd ?? value.length]
    onChange(`${value.slice(0, from)}{${name}}${value.slice(to)}`)
    caret.current = from + name.length + 2
  }
  return (
    <div className={styles.template}>
      <div className={styles.line}>
        <input
          id={id}
          ref={field}
          className={styles.field}
          aria-label={label}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-look`}
          placeholder="The folder itself"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <Menu
          keepsFocus={goOn}
          trigger={
            <IconButton label="Insert a placeholder" className={styles.insert ?? ''}>
              <Braces />
            </IconButton>
          }
        >
          {templatePlaceholders.map(({ name, words, example: value }) => (
            <MenuItem key={name} onSelect={() => insert(name)}>
              <span className={styles.choice}>
                {words} <span className={styles.value}>{value}</span>
              </span>
            </MenuItem>
          ))}
        </Menu>
      </div>
      <p id={`${id}-look`} className={styles.look} data-wrong={problem !== null}>
        {problem ?? (example === '' ? 'Right into the folder' : `For example ${example ?? ''}`)}
      </p>
    </div>
  )
}
