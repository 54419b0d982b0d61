import type { ApiClient } from '../../contract/api.ts'
import type { PlanEntry, PlanFilter } from '../../contract/sorting.ts'

const pageSize = 500

/** Entries of a plan, page by page, until the reader has enough. */
export async function* planEntries(
  client: ApiClient,
  planId: string,
  filter: PlanFilter,
  signal: AbortSignal,
): AsyncGenerator<PlanEntry> {
  for (let offset = 0; ;) {
    const { items, total } = await client['sorting.planItems']({ planId, filter, offset, limit: pageSize }, signal)
    yield* items
    offset += items.length
    if (items.length === 0 || offset >= total) return
  }
}

/** The first of them. */
export async function firstEntries(
  client: ApiClient,
  planId: string,
  filter: PlanFilter,
  limit: number,
): Promise<readonly PlanEntry[]> {
  return (await client['sorting.planItems']({ planId, filter, limit })).items
}
