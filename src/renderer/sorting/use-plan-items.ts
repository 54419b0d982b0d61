import type { PlanEntry, PlanFilter } from '../../contract/sorting.ts'
import { useLibrary } from '../connection/library.tsx'

/** Items are asked for in pages of this many. */
const pageSize = 200

/** How many items of a plan a filter holds; undefined until that is known. */
export function usePlanTotal(
  planId: string,
  filter: PlanFilter,
): { readonly total: number | undefined; readonly error: Error | null } {
  const { data, error } = useLibrary('sorting.planItems', { planId, filter, offset: 0, limit: pageSize })
  return { total: data?.total, error }
}

/** Finds items from one index to another, at most a page apart: read from the one or two pages they lie on. */
export function usePlanItems(
  planId: string,
  filter: PlanFilter,
  firstIndex: number,
  lastIndex: number,
): (index: number) => PlanEntry | undefined {
  const firstPage = Math.floor(firstIndex / pageSize)
  const lastPage = Math.floor(lastIndex / pageSize)
  const first = useLibrary('sorting.planItems', { planId, filter, offset: firstPage * pageSize, limit: pageSize }).data
  const last = useLibrary('sorting.planItems', { planId, filter, offset: lastPage * pageSize, limit: pageSize }).data
  return (index) => {
    const page = Math.floor(index / pageSize)
    const answer = page === firstPage ? first : page === lastPage ? last : undefined
    return answer?.items[index % pageSize]
  }
}
