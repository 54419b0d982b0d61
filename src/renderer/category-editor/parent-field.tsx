import { type ReactNode, useId } from 'react'
import type { Category } from '../../contract/categories.ts'
import styles from './parent-field.module.css'

interface ParentFieldProps {
  readonly categories: readonly Category[]
  /** The category that is placed, so that it can't go below itself; null for a new one. */
  readonly categoryId: number | null
  readonly parentId: number | null
  readonly onChange: (parentId: number | null) => void
}

/** What a category is a kind of: one of the person's own, or a group that came with Winnow. */
export function ParentField({ categories, categoryId, parentId, onChange }: ParentFieldProps): ReactNode {
  const id = useId()
  const below = categoryId === null ? new Set<number>() : withDescendants(categories, categoryId)
  const offered = categories.filter((category) => !below.has(category.categoryId) || category.categoryId === parentId)
  const own = offered.filter(({ origin }) => origin === 'own')
  const groups = offered.filter((category) => category.origin === 'built-in' && category.parentId === null)
  return (
    <div className={styles.group}>
      <label htmlFor={id} className={styles.label}>
        A kind of
      </label>
      <select
        id={id}
        className={styles.field}
        value={parentId ?? ''}
        onChange={({ currentTarget: { value } }) => onChange(value === '' ? null : Number(value))}
      >
        <option value="">nothing else</option>
        <Options label="My categories" members={own} />
        <Options label="Found" members={groups} />
      </select>
    </div>
  )
}

function Options({ label, members }: { readonly label: string; readonly members: readonly Category[] }): ReactNode {
  if (members.length === 0) return null
  return (
    <optgroup label={label}>
      {members.map(({ categoryId, name }) => (
        <option key={categoryId} value={categoryId}>
          {name}
        </option>
      ))}
    </optgroup>
  )
}

function withDescendants(categories: readonly Category[], categoryId: number): ReadonlySet<number> {
  const family = new Set([categoryId])
  for (let before = 0; before < family.size;) {
    before = family.size
    for (const category of categories) {
      if (category.parentId !== null && family.has(category.parentId)) family.add(category.categoryId)
    }
  }
  return family
}
