import { type ReactNode, useEffect, useRef } from 'react'
import { renameCategory } from '../category-editor/category-actions.ts'
import { useSidebar } from './sidebar-store.ts'
import styles from './rename-field.module.css'

interface RenameFieldProps {
  readonly categoryId: number
  readonly name: string
}

/** A category's name, written where it stands. Enter or leaving keeps it, Esc doesn't. */
export function RenameField({ categoryId, name }: RenameFieldProps): ReactNode {
  const rename = useSidebar((sidebar) => sidebar.rename)
  const field = useRef<HTMLInputElement>(null)
  const given = useRef(false)
  useEffect(() => field.current?.select(), [])
  const finish = (value: string | null, field: HTMLElement): void => {
    // Blur follows Enter and Esc, when the field goes away.
    if (given.current) return
    given.current = true
    const row = field.closest<HTMLElement>('[role=treeitem]')
    rename(null)
    row?.focus()
    if (value !== null) void renameCategory({ categoryId, name }, value)
  }
  return (
    <input
      className={styles.field}
      aria-label={`New name for ${name}`}
      defaultValue={name}
      maxLength={80}
      ref={field}
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value, event.currentTarget)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish(event.currentTarget.value, event.currentTarget)
        if (event.key !== 'Escape') return
        // Nor may it close the sheet that the sidebar lies in.
        event.preventDefault()
        finish(null, event.currentTarget)
      }}
    />
  )
}
