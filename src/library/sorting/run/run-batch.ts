import { dirname } from 'node:path'
import type { SortEntryRow } from '../../store/sort-entry.ts'
import type { SortRunRow } from '../../store/sort-run.ts'
import type { BatchResult } from './batch-result.ts'
import { emptyResult } from './batch-result.ts'
import type { SortEngineOptions } from './engine-options.ts'
import { explainFailure } from './explain-failure.ts'
import type { PlacedFile } from './place-file.ts'
import { placeGroup } from './place-group.ts'
import { removeCopies } from './remove-copies.ts'
import { removeSources } from './remove-sources.ts'
import { LeftAlone, Obstacle, Stopped } from './stop.ts'
import type { TargetDirectories } from './target-directories.ts'
import type { Direction, Transfer } from './transfer.ts'
import { transferOf } from './transfer.ts'

/** Groups at once. A rename waits for nothing; of copies some are written while others wait for the disk, all for the same flush. */
const renamesAtOnce = 4
const copiesAtOnce = 128

export interface Batch {
  readonly run: SortRunRow
  readonly direction: Direction
  /** Entries by group; the journal has them as begun. */
  readonly groups: readonly (readonly SortEntryRow[])[]
  readonly directories: TargetDirectories
  /** Whether bytes are written, as far as anybody knows. */
  readonly isCopying: boolean
  readonly signal: AbortSignal
  /** So many more files are placed, taken back or left alone. */
  readonly onProgress: (entries: readonly SortEntryRow[]) => void
}

/**
 * Does the steps of a batch on the disk. What it says of each file is safe on the disk when it resolves.
 * @throws what nobody foresaw; then the journal's entries have to be looked after (settleInHand)
 */
export async function runBatch(options: SortEngineOptions, batch: Batch): Promise<BatchResult> {
  const { disk, context } = options
  const { run, direction, groups, directories, signal } = batch
  const result = emptyResult(direction)
  const placed: (readonly PlacedFile[])[] = []
  const emptied = new Set<string>()
  let next = 0

  const sort = async (entries: readonly SortEntryRow[]): Promise<void> => {
    if (signal.aborted || result.obstacle !== null) return void result.untouched.push(...entries)
    const transfers = entries.map((entry) => transferOf(run, entry, direction))
    try {
      if (direction === 'undo' && run.action !== 'move') {
        await takeAway(options, transfers, signal)
        result.removed.push(...entries)
        for (const { from } of transfers) emptied.add(dirname(from))
      } else {
        placed.push(await placeGroup({ disk, store: context.store, directories }, run.action, transfers, signal))
      }
      batch.onProgress(entries)
    } catch (error) {
      take(error, entries)
    }
  }

  const take = (error: unknown, entries: readonly SortEntryRow[]): void => {
    if (error instanceof LeftAlone) {
      for (const entry of entries) result.leftAlone.push({ entry, reason: error.message })
      batch.onProgress(entries)
      return
    }
    if (!(error instanceof Stopped) && !(error instanceof Obstacle)) throw error
    if (error instanceof Obstacle) result.obstacle ??= error
    result.untouched.push(...entries)
  }

  const work = async (): Promise<void> => {
    for (let group = groups[next++]; group !== undefined; group = groups[next++]) await sort(group)
  }
  // One that fails must not leave the others at work behind the back of what looks after the failure.
  const atOnce = batch.isCopying ? copiesAtOnce : renamesAtOnce
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, work))
  for (const one of ended) if (one.status === 'rejected') throw one.reason

  await syncAll(disk, [...directories.takeChanged(), ...placed.flat().map(({ transfer }) => dirname(transfer.to))])
  for (const group of placed) {
    const entries = group.map(({ transfer }) => transfer.entry)
    try {
      if (run.action === 'move') await removeSources(disk, group)
      result.placed.push(...group)
      if (run.action !== 'move') continue
      for (const { transfer } of group) emptied.add(dirname(transfer.from))
    } catch (error) {
      for (const { transfer } of group) emptied.add(dirname(transfer.to))
      take(error, entries)
    }
  }
  await syncAll(disk, emptied)
  return result
}

async function takeAway(
  { disk, context }: SortEngineOptions,
  transfers: readonly Transfer[],
  signal: AbortSignal,
): Promise<void> {
  try {
    await removeCopies(disk, context.surroundings.trash, transfers, signal)
  } catch (error) {
    const [first] = transfers
    throw first === undefined ? error : await explainFailure(disk, first, error, signal)
  }
}

async function syncAll(disk: SortEngineOptions['disk'], directories: Iterable<string>): Promise<void> {
  await Promise.all([...new Set(directories)].map((directory) => disk.syncDirectory(directory)))
}
