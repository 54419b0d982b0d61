import type { SortEntry } from '../../contract/sorting.ts'
import { useLibrary } from '../connection/library.tsx'

/** Entries are asked for in pages of this many. */
export const pageSize = 200

export type EntryState = SortEntry['state']

interface Entries {
  /** How many there are of that state; undefined until it is known. */
  readonly total: number | undefined
  readonly at: (index: number) => SortEntry | undefined
}

/** The files of a sort from one index to another, at most a page apart: read from the one or two pages they lie on. */
export function useEntries(runId: number, state: EntryState | null, firstIndex: number, lastIndex: number): Entries {
  const firstPage = Math.floor(firstIndex / pageSize)
  const lastPage = Math.floor(lastIndex / pageSize)
  const first = useLibrary('sorting.run', question(runId, state, firstPage)).data
  const last = useLibrary('sorting.run', question(runId, state, lastPage)).data
  return {
    total: first?.total,
    at: (index) => {
      const page = Math.floor(index / pageSize)
      const answer = page === firstPage ? first : page === lastPage ? last : undefined
      return answer?.entries[index % pageSize]
    },
  }
}

function question(
  runId: number,
  state: EntryState | null,
  page: number,
): { readonly runId: number; readonly state?: EntryState; readonly offset?: number; readonly limit: number } {
  // The first page is asked for in the words of `RunPage`, so that both have one answer.
  return { runId, ...(state !== null && { state }), ...(page > 0 && { offset: page * pageSize }), limit: pageSize }
}
