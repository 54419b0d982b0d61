import type { ApiClient } from '../../contract/api.ts'
import type { PlanEntry, PlanFilter, PlanSummary } from '../../contract/sorting.ts'
import { planEntries } from './plan-entries.ts'

/** What a script wants to know of a file; ids mean something in this library only. */
interface PlannedFile {
  readonly from: string
  readonly to: string | null
  readonly status: PlanEntry['status']
  readonly sizeBytes: number
  readonly notes: readonly string[]
  readonly companions: readonly { readonly from: string; readonly to: string }[]
}

/** Those that go, and those that a rule wants and that stay all the same. */
const filters: readonly PlanFilter[] = [
  { kind: 'folder', path: '', deep: true },
  { kind: 'status', status: 'same-content' },
  { kind: 'status', status: 'blocked' },
  { kind: 'status', status: 'unsure' },
]

/** A plan in the shape that docs/cli.md promises. */
export async function planShape(client: ApiClient, plan: PlanSummary, signal: AbortSignal) {
  const { action, targetPath, targetExists, counts, neededBytes, freeBytes, notices, obstacle } = plan
  const files: PlannedFile[] = []
  const seen = new Set<number>()
  for (const filter of filters) {
    for await (const entry of planEntries(client, plan.planId, filter, signal)) {
      if (seen.has(entry.fileId)) continue
      seen.add(entry.fileId)
      files.push(fileShape(entry))
    }
  }
  return {
    action,
    targetPath,
    targetExists,
    folders: plan.folders.map(({ path, itemCount, fileCount, sizeBytes, exists }) => ({
      path,
      itemCount,
      fileCount,
      sizeBytes,
      exists,
    })),
    counts,
    neededBytes,
    freeBytes,
    notices,
    obstacle,
    files,
  }
}

function fileShape({ fromPath, toPath, status, sizeBytes, notes, companions }: PlanEntry): PlannedFile {
  return {
    from: fromPath,
    to: toPath,
    status,
    sizeBytes,
    notes,
    companions: companions.map(({ fromName, toName }) => ({ from: fromName, to: toName })),
  }
}
