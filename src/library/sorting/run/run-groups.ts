import { dirname } from 'node:path'
import type { SortRunRow } from '../../store/sort-run.ts'
import type { BatchResult } from './batch-result.ts'
import { chooseBatch } from './choose-batch.ts'
import type { SortEngineOptions } from './engine-options.ts'
import { runBatch } from './run-batch.ts'
import type { RunProgress } from './run-progress.ts'
import { settleInHand } from './settle-in-hand.ts'
import { storeResult } from './store-result.ts'
import { targetAway } from './target-away.ts'
import { createTargetDirectories } from './target-directories.ts'
import type { Direction } from './transfer.ts'

export interface RunGroups {
  readonly run: SortRunRow
  readonly direction: Direction
  readonly progress: RunProgress
  readonly signal: AbortSignal
  /** Something to announce. */
  readonly onProgress: () => void
}

/**
 * Places or takes back what is pending of a run, batch after batch, until nothing is left or the signal aborts. Before a step the
 * journal says that it is begun; one commit writes what became of a batch and what the next begins with.
 * @throws Obstacle when it can't go on now; then nothing is half done. Any other error may leave files in hand
 */
export async function runGroups(options: SortEngineOptions, job: RunGroups): Promise<void> {
  const { disk, context } = options
  const { store } = context
  const { run, direction, signal } = job
  const inHandState = direction === 'apply' ? 'placing' : 'undoing'
  let isCopying = run.action === 'copy'
  let previous: BatchResult | null = null
  const volumeId = await targetVolume(options, run)

  while (true) {
    if ((await targetVolume(options, run)) !== volumeId && previous !== null && volumeId !== null)
      previous.obstacle ??= targetAway(run)
    const isOver: boolean = signal.aborted || (previous !== null && previous.obstacle !== null)
    const groups = isOver ? [] : chooseBatch(store, run.runId, direction, isCopying)
    const directories = createTargetDirectories(disk, store, direction === 'apply' ? run.targetPath : null)
    const wanted = groups.flat().map(({ toPath }) => dirname(toPath))
    const toMake = direction === 'apply' ? await directories.missing([...new Set(wanted)]) : []
    commit(options, run, previous, () => {
      for (const path of toMake) store.sortDirectory.add(run.runId, path, 'made')
      for (const { entryId } of groups.flat()) store.sortEntry.setState(entryId, inHandState, null)
    })
    if (previous !== null && previous.obstacle !== null) throw previous.obstacle
    if (groups.length === 0) return
    const result = await runBatch(options, {
      run,
      direction,
      groups,
      directories,
      isCopying: isCopying && (direction === 'apply' || run.action === 'move'),
      signal,
      onProgress(entries) {
        job.progress.add(entries)
        job.onProgress()
      },
    })
    job.progress.addProblems(result.leftAlone.length)
    isCopying ||= result.placed.some(({ how }) => how === 'copied')
    previous = result
  }
}

/** Looks after what was in hand, and writes it to the journal. */
export async function settleAndStore(options: SortEngineOptions, run: SortRunRow): Promise<void> {
  const results = await settleInHand(options, run)
  for (const result of results) commit(options, run, result, () => undefined)
}

function commit(options: SortEngineOptions, run: SortRunRow, result: BatchResult | null, next: () => void): void {
  const { store, events } = options.context
  const photoIds = store.transaction(() => {
    const photoIds = result === null ? new Set<number>() : storeResult(options, run, result)
    next()
    return photoIds
  })
  if (photoIds.size === 0) return
  events.photosChanged(photoIds)
  events.announce('folders.changed', {})
}

/** @throws Obstacle when the target was there before and is not now: it must not be made anew where its drive would be */
async function targetVolume({ disk, context }: SortEngineOptions, run: SortRunRow): Promise<bigint | null> {
  const facts = await disk.facts(run.targetPath)
  if (facts !== null) return facts.deviceId
  const { files } = context.store.sortEntry.withStates(run.runId, ['done', 'undoing'])
  if (files > 0) throw targetAway(run)
  return null
}
