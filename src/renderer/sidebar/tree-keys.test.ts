import { describe, expect, it } from 'vitest'
import type { SidebarRow } from './sidebar-rows.ts'
import { rowByTyping, treeMove } from './tree-keys.ts'

function row(key: string, level: number, expanded: boolean | null): SidebarRow {
  return {
    key,
    label: key,
    place: { kind: 'all' },
    choiceId: null,
    icon: { kind: 'subfolder' },
    count: null,
    level,
    position: 1,
    setSize: 1,
    expanded,
    note: null,
    offline: false,
  }
}

const rows = [
  row('All photos', 1, null),
  row('Animals', 1, true),
  row('Cat', 2, null),
  row('Cow', 2, null),
  row('Food', 1, false),
]

describe('keys in the sidebar', () => {
  it('walk over all trees and stop at the ends', () => {
    expect(treeMove(rows, 'All photos', 'ArrowDown')).toEqual({ kind: 'focus', key: 'Animals' })
    expect(treeMove(rows, 'Food', 'ArrowUp')).toEqual({ kind: 'focus', key: 'Cow' })
    expect(treeMove(rows, 'Food', 'ArrowDown')).toBeNull()
    expect(treeMove(rows, 'Cow', 'Home')).toEqual({ kind: 'focus', key: 'All photos' })
    expect(treeMove(rows, 'Cat', 'End')).toEqual({ kind: 'focus', key: 'Food' })
  })

  it('right opens, then enters; left leaves, then closes', () => {
    expect(treeMove(rows, 'Food', 'ArrowRight')).toEqual({ kind: 'toggle', key: 'Food' })
    expect(treeMove(rows, 'Animals', 'ArrowRight')).toEqual({ kind: 'focus', key: 'Cat' })
    expect(treeMove(rows, 'Cow', 'ArrowLeft')).toEqual({ kind: 'focus', key: 'Animals' })
    expect(treeMove(rows, 'Animals', 'ArrowLeft')).toEqual({ kind: 'toggle', key: 'Animals' })
    expect(treeMove(rows, 'All photos', 'ArrowLeft')).toBeNull()
  })

  it('Enter and Space go there', () => {
    expect(treeMove(rows, 'Cat', 'Enter')).toEqual({ kind: 'open', key: 'Cat' })
    expect(treeMove(rows, 'Cat', ' ')).toEqual({ kind: 'open', key: 'Cat' })
  })

  it('letters find a row: the next with the first letter, or the one with the word', () => {
    expect(rowByTyping(rows, 'All photos', 'a')?.key).toBe('Animals')
    expect(rowByTyping(rows, 'Animals', 'a')?.key).toBe('All photos')
    expect(rowByTyping(rows, 'All photos', 'aa')?.key).toBe('Animals')
    expect(rowByTyping(rows, 'Cat', 'co')?.key).toBe('Cow')
    expect(rowByTyping(rows, 'Cow', 'cow')?.key).toBe('Cow')
    expect(rowByTyping(rows, 'Cow', 'x')).toBeUndefined()
  })
})
