import type { SortEntry } from '../../contract/sorting.ts'
import { library } from '../connection/library.tsx'
import type { EntryState } from './use-entries.ts'

/** The library answers with at most so many at once. */
const mostAtOnce = 1000

/** The files of a sort from one index to another, either one first, also where nobody looks. `state` null: of all states. */
export async function readEntries(
  runId: number,
  state: EntryState | null,
  oneEnd: number,
  otherEnd: number,
): Promise<readonly SortEntry[]> {
  const first = Math.min(oneEnd, otherEnd)
  const count = Math.abs(oneEnd - otherEnd) + 1
  const pages = Array.from({ length: Math.ceil(count / mostAtOnce) }, (_, page) => page * mostAtOnce)
  const answers = await Promise.all(
    pages.map((from) =>
      library['sorting.run']({
        runId,
        ...(state !== null && { state }),
        offset: first + from,
        limit: Math.min(mostAtOnce, count - from),
      }),
    ),
  )
  return answers.flatMap(({ entries }) => entries)
}
