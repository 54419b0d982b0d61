import { useLibrary } from '../connection/library.tsx'
import type { PlanEntry, PlanFilter } from '../../contract/sorting.ts'

/** Items are asked for in pages of this many. */
const pageSize = 200

interface PlanItems {
  readonly total: number | undefined
  readonly itemAt: (index: number) => PlanEntry | undefined
  /** What is known around the indices asked for, in order. */
  readonly known: readonly PlanEntry[]
  readonly error: Error | null
}

/** The items of a plan from one index to another, at most a page apart: read from the one or two pages they lie on. */
export function usePlanItems(planId: string, filter: PlanFilter, firstIndex: number, lastIndex: number): PlanItems {
  const firstPage = Math.floor(firstIndex / pageSize)
  const lastPage = Math.floor(lastIndex / pageSize)
  const first = useLibrary('sorting.planItems', { planId, filter, offset: firstPage * pageSize, limit: pageSize })
  const last = useLibrary('sorting.planItems', { planId, filter, offset: lastPage * pageSize, limit: pageSize })
  return {
    total: first.data?.total,
    itemAt: (index) => {
      const page = Math.floor(index / pageSize)
      const answer = page === firstPage ? first.data : page === lastPage ? last.data : undefined
      return answer?.items[index % pageSize]
    },
    known: [...(first.data?.items ?? []), ...(lastPage === firstPage ? [] : (last.data?.items ?? []))],
    error: first.error,
  }
}
