import { dirname } from 'node:path'
import type { SortRunRow } from '../../store/sort-run.ts'
import type { BatchResult } from './batch-result.ts'
import type { SortEngineOptions } from './engine-options.ts'
import { createLibraryFollower } from './follow-files.ts'

/**
 * Writes to the journal what became of a batch, and lets the library follow. In the caller's transaction.
 * @returns the photos whose files are elsewhere now
 */
export function storeResult(options: SortEngineOptions, run: SortRunRow, result: BatchResult): ReadonlySet<number> {
  const { sortEntry, sortDirectory } = options.context.store
  const isApply = result.direction === 'apply'
  const follower = createLibraryFollower(options, run)
  for (const file of result.placed) {
    const { entry, from } = file.transfer
    sortEntry.settle(entry.entryId, isApply ? 'done' : 'undone', null)
    sortEntry.setFacts(entry.entryId, file.facts.mtimeMs, file.contentHash)
    if (run.action !== 'move') {
      follower.copied(file)
      continue
    }
    follower.moved(file)
    if (isApply) sortDirectory.add(run.runId, dirname(from), 'left')
  }
  for (const entry of result.removed) {
    sortEntry.settle(entry.entryId, 'undone', null)
    follower.removed(entry)
  }
  for (const { entry, reason } of result.leftAlone) {
    sortEntry.settle(entry.entryId, isApply ? 'failed' : 'kept', reason)
  }
  for (const { entryId } of result.untouched) sortEntry.setState(entryId, isApply ? 'waiting' : 'done', null)
  return follower.photoIds
}
