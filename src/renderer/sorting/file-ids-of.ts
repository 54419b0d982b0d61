import type { PlanFilter } from '../../contract/sorting.ts'
import { library } from '../connection/library.tsx'

const pageSize = 500
/** As many as the contract takes. */
const mostExcluded = 100_000

/** The files of all items that a filter of a plan holds. */
export async function fileIdsOf(planId: string, filter: PlanFilter): Promise<readonly number[]> {
  const fileIds: number[] = []
  for (;;) {
    const { items, total } = await library['sorting.planItems']({
      planId,
      filter,
      offset: fileIds.length,
      limit: pageSize,
    })
    fileIds.push(...items.map(({ fileId }) => fileId))
    if (items.length === 0 || fileIds.length >= Math.min(total, mostExcluded)) return fileIds
  }
}
