import { type KeyboardEvent, useRef } from 'react'
import { rowByTyping, treeMove } from './tree-keys.ts'
import type { SidebarRow } from './sidebar-rows.ts'

const typingPauseMs = 700

interface TreeKeys {
  readonly rows: readonly SidebarRow[]
  readonly onOpen: (row: SidebarRow) => void
  readonly onToggle: (row: SidebarRow) => void
  readonly onRename: (row: SidebarRow) => void
  readonly onRemove: (row: SidebarRow) => void
  readonly onMove: (row: SidebarRow, direction: 'up' | 'down') => void
}

/** The keyboard of the sidebar's trees, as one list from top to bottom. For each row. */
export function useTreeKeys(keys: TreeKeys): (row: SidebarRow, event: KeyboardEvent<HTMLElement>) => void {
  const typed = useRef({ text: '', atMs: 0 })
  return (row, event) => {
    if (event.ctrlKey || event.metaKey) return
    if (act(row, event)) {
      event.preventDefault()
      // Letters typed here look for a row; the window's own keys must not hear them.
      event.stopPropagation()
    }
  }

  function act(row: SidebarRow, event: KeyboardEvent<HTMLElement>): boolean {
    if (event.altKey) {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false
      keys.onMove(row, event.key === 'ArrowUp' ? 'up' : 'down')
      return true
    }
    if (event.key === 'F2') keys.onRename(row)
    else if (event.key === 'Delete') keys.onRemove(row)
    else {
      const move = treeMove(keys.rows, row.key, event.key)
      if (move === null) return typeAhead(row, event)
      const target = keys.rows.find(({ key }) => key === move.key)
      if (target === undefined) return false
      if (move.kind === 'focus') focusRow(target)
      if (move.kind === 'toggle') keys.onToggle(target)
      if (move.kind === 'open') keys.onOpen(target)
    }
    return true
  }

  function typeAhead(row: SidebarRow, event: KeyboardEvent<HTMLElement>): boolean {
    if (!/^[\p{L}\p{N}]$/u.test(event.key)) return false
    const recent = event.timeStamp - typed.current.atMs < typingPauseMs
    typed.current = { text: (recent ? typed.current.text : '') + event.key, atMs: event.timeStamp }
    const target = rowByTyping(keys.rows, row.key, typed.current.text)
    if (target !== undefined) focusRow(target)
    return true
  }
}

function focusRow(row: SidebarRow): void {
  const element = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.key)}"]`)
  element?.focus()
  element?.scrollIntoView({ block: 'nearest' })
}
