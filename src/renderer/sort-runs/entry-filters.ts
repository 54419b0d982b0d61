import type { SortRun } from '../../contract/sorting.ts'
import type { EntryState } from './use-entries.ts'

export interface EntryFilter {
  readonly state: EntryState | 'all'
  readonly label: string
}

const labels: Readonly<Record<EntryState, string>> = {
  done: 'Sorted',
  failed: 'Left in place',
  undone: 'Undone',
  kept: 'Not undone',
  waiting: 'Not begun',
}

const order: readonly EntryState[] = ['done', 'failed', 'kept', 'undone', 'waiting']

/** By what a sort's files can be narrowed: all, and each state that some have. Only all where they have one state. */
export function entryFilters(run: SortRun): readonly EntryFilter[] {
  const present = order.filter((state) => run[state] > 0)
  const all: EntryFilter = { state: 'all', label: `All ${run.total.toLocaleString('en')}` }
  if (present.length < 2) return [all]
  return [
    all,
    ...present.map((state): EntryFilter => ({ state, label: `${labels[state]} ${run[state].toLocaleString('en')}` })),
  ]
}

/** What is said of one file. */
export function entryStateName(state: EntryState): string {
  return labels[state]
}
