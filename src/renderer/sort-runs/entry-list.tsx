import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { SortEntry, SortRun } from '../../contract/sorting.ts'
import { attempt } from '../connection/attempt.ts'
import type { EntryFilter } from './entry-filters.ts'
import styles from './entry-list.module.css'
import { EntryRow } from './entry-row.tsx'
import { readEntries } from './read-entries.ts'
import { takeLostFocus } from './take-lost-focus.ts'
import { useEntries } from './use-entries.ts'

/** Of a row without a reason; those with one are measured. */
const usualRowHeightPx = 56

interface EntryListProps {
  readonly run: SortRun
  readonly filter: EntryFilter['state']
  /** Whether files can be taken back now. */
  readonly undoable: boolean
  readonly selected: ReadonlySet<number>
  readonly onSelect: (selected: ReadonlySet<number>) => void
  readonly onUndo: (entry: SortEntry) => void
}

/** The files as rows, drawn where they are looked at. Arrows walk, Space selects, Shift selects up to there. */
export function EntryList({ run, filter, undoable, selected, onSelect, onUndo }: EntryListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  // One row takes part in Tab; the arrows walk.
  const [stop, setStop] = useState(0)
  const [anchor, setAnchor] = useState<number | null>(null)
  const hadFocus = useRef(false)
  const count = filter === 'all' ? run.total : run[filter]
  const state = filter === 'all' ? null : filter
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which it is incompatible with, is not used
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRowHeightPx,
    overscan: 6,
  })
  const shown = rows.getVirtualItems()
  const entries = useEntries(run.runId, state, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0)

  const stopOf = (index: number): HTMLElement | null | undefined =>
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-stop]`)
  // The button that was pressed is gone while files go back, and there again afterwards.
  useEffect(() => {
    if (hadFocus.current) takeLostFocus(stopOf(stop))
  })
  const walk = (event: KeyboardEvent): void => {
    const to = indexAfter(event.key, stop, count)
    if (to === null) return
    event.preventDefault()
    setStop(to)
    rows.scrollToIndex(to)
    // The row may have to be drawn first.
    requestAnimationFrame(() => stopOf(to)?.focus())
  }
  const toggle = async (entry: SortEntry, index: number, extend: boolean): Promise<void> => {
    const others = extend && anchor !== null ? await attempt(readEntries(run.runId, state, anchor, index)) : [entry]
    if (others === undefined) return
    const next = new Set(selected)
    const adds = !selected.has(entry.entryId)
    for (const { entryId } of others.filter(isUndoable)) {
      if (adds) next.add(entryId)
      else next.delete(entryId)
    }
    setAnchor(index)
    onSelect(next)
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows walk from row to row */}
      <ul className={styles.list} style={{ height: rows.getTotalSize() }} aria-label="Files" onKeyDown={walk}>
        {shown.map(({ index, start }) => {
          const entry = entries.at(index)
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- notes which row has the focus
            <li
              key={index}
              ref={rows.measureElement}
              data-index={index}
              className={styles.item}
              style={{ translate: `0 ${start}px` }}
              aria-posinset={index + 1}
              aria-setsize={count}
              onFocus={() => {
                setStop(index)
                hadFocus.current = true
              }}
              onBlur={({ relatedTarget }) => {
                // What is taken out of the page loses the focus to nobody.
                if (relatedTarget !== null) hadFocus.current = false
              }}
            >
              {entry !== undefined && (
                <EntryRow
                  entry={entry}
                  run={run}
                  tabStop={index === Math.min(stop, count - 1)}
                  undoable={undoable && isUndoable(entry)}
                  selected={selected.has(entry.entryId)}
                  onToggle={(extend) => void toggle(entry, index, extend)}
                  onUndo={() => onUndo(entry)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Companions go back with their photo, never without it. */
function isUndoable({ state, isCompanion }: SortEntry): boolean {
  return state === 'done' && !isCompanion
}

function indexAfter(key: string, from: number, count: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, from + 1)
    case 'ArrowUp':
      return Math.max(0, from - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
