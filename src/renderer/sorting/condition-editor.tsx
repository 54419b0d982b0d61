import { type ReactNode, useId } from 'react'
import { fileTypeWords } from '../../core/sorting/file-type.ts'
import { type Condition, fileTypes } from '../../core/sorting/sort-rules.ts'
import { useLibrary } from '../connection/library.tsx'
import { Checkbox } from '../controls/checkbox.tsx'
import { CategoryCondition } from './category-condition.tsx'
import styles from './condition-editor.module.css'
import type { ConditionNames } from './condition-words.ts'
import { DateCondition } from './date-condition.tsx'
import { FolderOptions } from './folder-options.tsx'
import { scopeOfValue, scopeValue } from './scope-value.ts'

interface ConditionEditorProps {
  readonly kind: Condition['kind']
  /** Null while nothing is said yet. */
  readonly condition: Condition | null
  readonly names: ConditionNames
  readonly onChange: (condition: Condition) => void
}

/** The controls for one condition. The keyboard begins at the first of them. */
export function ConditionEditor(props: ConditionEditorProps): ReactNode {
  return (
    <div className={styles.editor} ref={focusFirst}>
      <Controls {...props} />
    </div>
  )
}

function Controls({ kind, condition, names, onChange }: ConditionEditorProps): ReactNode {
  switch (kind) {
    case 'category':
      return (
        <CategoryCondition
          categoryIds={condition?.kind === 'category' ? condition.categoryIds : []}
          onChange={(categoryIds) => onChange({ kind, categoryIds: [...categoryIds] })}
        />
      )
    case 'choice':
      return (
        <Select
          label="Any category of"
          value={condition?.kind === 'choice' ? String(condition.choiceId) : ''}
          onChange={(value) => onChange({ kind, choiceId: Number(value) })}
        >
          {names.choices.map(({ choiceId, name }) => (
            <option key={choiceId} value={choiceId}>
              {name}
            </option>
          ))}
        </Select>
      )
    case 'date':
      return <DateCondition condition={condition?.kind === 'date' ? condition : null} onChange={onChange} />
    case 'folder':
      return <FolderCondition condition={condition} onChange={onChange} />
    case 'rating':
      return (
        <Select
          label="At least"
          value={condition?.kind === 'rating' ? String(condition.atLeast) : ''}
          onChange={(value) => onChange({ kind, atLeast: Number(value) })}
        >
          {[1, 2, 3, 4, 5].map((stars) => (
            <option key={stars} value={stars}>
              {'★'.repeat(stars)} {stars} {stars === 1 ? 'star' : 'stars'}
            </option>
          ))}
        </Select>
      )
    case 'type': {
      const types = condition?.kind === 'type' ? condition.types : []
      return (
        <div className={styles.types} role="group" aria-label="Types of files">
          {fileTypes.map((type) => {
            const others = types.filter((other) => other !== type)
            const next = types.includes(type) ? others : [...types, type]
            return (
              <Checkbox
                key={type}
                checked={types.includes(type)}
                // The last one stays: a rule for no type at all would never want anything.
                onChange={() => next.length > 0 && onChange({ kind, types: next })}
              >
                {fileTypeWords[type]}
              </Checkbox>
            )
          })}
        </div>
      )
    }
  }
}

function FolderCondition({ condition, onChange }: Pick<ConditionEditorProps, 'condition' | 'onChange'>): ReactNode {
  const folders = useLibrary('folders.list', {}).data?.folders ?? []
  return (
    <Select
      label="It lies in"
      value={condition?.kind === 'folder' ? scopeValue(condition) : ''}
      onChange={(value) => {
        const scope = scopeOfValue(value)
        if (scope?.kind === 'folder') onChange(scope)
      }}
    >
      <FolderOptions
        folders={folders}
        valueOf={(folderId, folderPath) => scopeValue({ kind: 'folder', folderId, folderPath })}
      />
    </Select>
  )
}

interface SelectProps {
  readonly label: string
  /** '' for none yet. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function Select({ label, value, onChange, children }: SelectProps): ReactNode {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={(event) => event.currentTarget.value !== '' && onChange(event.currentTarget.value)}
      >
        {value === '' && <option value="">choose…</option>}
        {children}
      </select>
    </>
  )
}

/** Once, when it appears: the same function each time, so that React does not call it again. */
function focusFirst(editor: HTMLElement | null): void {
  editor?.querySelector<HTMLElement>('input, select, button')?.focus()
}
