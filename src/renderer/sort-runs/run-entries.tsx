import { type ReactNode, useState } from 'react'
import type { SortRun } from '../../contract/sorting.ts'
import { Button } from '../controls/button.tsx'
import { Choice } from '../controls/choice.tsx'
import { useCommands } from '../state/commands.ts'
import { useView } from '../state/view-store.ts'
import { type EntryFilter, entryFilters } from './entry-filters.ts'
import { EntryList } from './entry-list.tsx'
import styles from './run-entries.module.css'
import { undoEntries } from './sort-actions.ts'
import { canUndo } from './sort-words.ts'

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
