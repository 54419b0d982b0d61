import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { SortEntry, SortRun } from '../../contract/sorting.ts'
import { Button } from '../controls/button.tsx'
import { Choice } from '../controls/choice.tsx'
import { useCommands } from '../state/commands.ts'
import { useView } from '../state/view-store.ts'
import { type EntryFilter, entryFilters } from './entry-filters.ts'
import { EntryRow } from './entry-row.tsx'
import styles from './run-entries.module.css'
import { undoEntries } from './sort-actions.ts'
import { canUndo } from './sort-words.ts'
import { takeLostFocus } from './take-lost-focus.ts'
import { useEntries } from './use-entries.ts'

/** Of a row without a reason; those with one are measured. */
const usualRowHeightPx = 56

interface RunEntriesProps {
  readonly run: SortRun
  /** Files of some sort are under way: nothing can be undone meanwhile. */
  readonly busy: boolean
}

/** Every file of a sort: where it was, where it went, what became of it; some or one can be taken back. */
export function RunEntries({ run, busy }: RunEntriesProps): ReactNode {
  const [chosenFilter, setFilter] = useState<EntryFilter['state']>('all')
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const filters = entryFilters(run)
  // A state that no file has any more is no filter any more.
  const filter = filters.find(({ state }) => state === chosenFilter)?.state ?? 'all'
  const undoable = canUndo(run) && !busy
  const clear = (): void => setSelected(new Set())
  useCommands({
    escape: { available: () => selected.size > 0 && useView.getState().panel === 'none', run: clear },
  })
  const undo = async (entryIds: readonly number[]): Promise<void> => {
    if (await undoEntries(run.runId, entryIds)) clear()
  }
  return (
    <section className={styles.entries} aria-label="Files">
      <div className={styles.bar}>
        {filters.length > 1 && (
          <Choice
            label="Files shown"
            value={filter}
            choices={filters.map(({ state, label }) => ({ value: state, label }))}
            onChange={(value) => {
              setFilter(value)
              clear()
            }}
          />
        )}
        {selected.size > 0 && (
          <div className={styles.selection} role="toolbar" aria-label="Selected files">
            <span className={styles.count}>{selected.size.toLocaleString('en')} selected</span>
            <Button disabled={!undoable} onClick={() => void undo([...selected])}>
              Undo {selected.size === 1 ? 'this' : 'these'}
            </Button>
            <Button variant="quiet" onClick={clear}>
              Clear
            </Button>
          </div>
        )}
      </div>
      <EntryList
        key={filter}
        run={run}
        filter={filter}
        undoable={undoable}
        selected={selected}
        onSelect={setSelected}
        onUndo={(entry) => void undo([entry.entryId])}
      />
    </section>
  )
}

interface EntryListProps {
  readonly run: SortRun
  readonly filter: EntryFilter['state']
  readonly undoable: boolean
  readonly selected: ReadonlySet<number>
  readonly onSelect: (selected: ReadonlySet<number>) => void
  readonly onUndo: (entry: SortEntry) => void
}

function EntryList({ run, filter, undoable, selected, onSelect, onUndo }: EntryListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  // One row takes part in Tab; the arrows walk.
  const [stop, setStop] = useState(0)
  const [anchor, setAnchor] = useState<number | null>(null)
  const hadFocus = useRef(false)
  const count = filter === 'all' ? run.total : run[filter]
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which it is incompatible with, is not used
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRowHeightPx,
    overscan: 6,
  })
  const shown = rows.getVirtualItems()
  const entries = useEntries(
    run.runId,
    filter === 'all' ? null : filter,
    shown[0]?.index ?? 0,
    shown.at(-1)?.index ?? 0,
  )

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
  const toggle = (entry: SortEntry, index: number, extend: boolean): void => {
    const next = new Set(selected)
    const range = extend && anchor !== null ? between(anchor, index) : [index]
    const adds = !selected.has(entry.entryId)
    for (const other of range.map(entries.at)) {
      if (other === undefined || !isUndoable(other)) continue
      if (adds) next.add(other.entryId)
      else next.delete(other.entryId)
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
                  onToggle={(extend) => toggle(entry, index, extend)}
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

function between(a: number, b: number): readonly number[] {
  const first = Math.min(a, b)
  return Array.from({ length: Math.abs(a - b) + 1 }, (_, step) => first + step)
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
