import type { SidebarRow } from './sidebar-rows.ts'

export type TreeMove =
  | { readonly kind: 'focus'; readonly key: string }
  | { readonly kind: 'toggle'; readonly key: string }
  | { readonly kind: 'open'; readonly key: string }

/**
 * What a key does on the focused row, by the ARIA tree pattern: up and down walk, right opens then enters, left closes
 * then leaves, Home and End jump, Enter and Space go there. Null: this key means nothing here.
 */
export function treeMove(rows: readonly SidebarRow[], focusedKey: string, key: string): TreeMove | null {
  const index = rows.findIndex((row) => row.key === focusedKey)
  const row = rows[index]
  if (row === undefined) return null
  switch (key) {
    case 'ArrowDown':
      return focus(rows[index + 1])
    case 'ArrowUp':
      return focus(rows[index - 1])
    case 'Home':
      return focus(rows[0])
    case 'End':
      return focus(rows.at(-1))
    case 'ArrowRight':
      if (row.expanded === null) return null
      return row.expanded ? focus(rows[index + 1]) : { kind: 'toggle', key: row.key }
    case 'ArrowLeft':
      if (row.expanded === true) return { kind: 'toggle', key: row.key }
      return row.level === 1 ? null : focus(rows.slice(0, index).findLast((above) => above.level < row.level))
    case 'Enter':
    case ' ':
      return { kind: 'open', key: row.key }
    default:
      return null
  }
}

/** The next row whose label begins with what was typed; the same letter again goes to the one after. */
export function rowByTyping(rows: readonly SidebarRow[], focusedKey: string, typed: string): SidebarRow | undefined {
  const sameLetter = [...typed].every((letter) => letter === typed[0])
  const wanted = (sameLetter ? typed.slice(0, 1) : typed).toLocaleLowerCase()
  const index = rows.findIndex((row) => row.key === focusedKey)
  // While a word is being typed the row it found may keep the focus; a single letter moves on.
  const from = index + (sameLetter ? 1 : 0)
  return [...rows.slice(from), ...rows.slice(0, from)].find((row) => row.label.toLocaleLowerCase().startsWith(wanted))
}

function focus(row: SidebarRow | undefined): TreeMove | null {
  return row === undefined ? null : { kind: 'focus', key: row.key }
}
