import { dirname } from 'node:path'
import type { SortRunRow } from '../../store/sort-run.ts'
import type { SortEntryRow } from '../../store/sort-entry.ts'
import type { Disk } from '../disk/disk.ts'
import type { BatchResult } from './batch-result.ts'
import { emptyResult } from './batch-result.ts'
import { refuseWithoutFolder } from './check-source.ts'
import type { SortEngineOptions } from './engine-options.ts'
import type { Position } from './find-position.ts'
import { findPosition } from './find-position.ts'
import { groupsOf } from './groups-of.ts'
import type { PlacedFile } from './place-file.ts'
import { placeFile, takeBack } from './place-file.ts'
import { placeGroup } from './place-group.ts'
import { removeCopies } from './remove-copies.ts'
import { isUnchanged } from './same-file.ts'
import { LeftAlone } from './stop.ts'
import { targetAway } from './target-away.ts'
import { createTargetDirectories } from './target-directories.ts'
import type { Direction, Transfer } from './transfer.ts'
import { transferOf } from './transfer.ts'

const never = new AbortController().signal

/**
 * Looks after files that were begun and not ended, after a crash or an error nobody foresaw: each is found on the disk, and
 * either stands in its place then or is where it was. Files of a group go the same way. Nothing is removed unless the same
 * content was read from the disk at its other path, but temporary copies of our own whose original is there.
 * @returns what became of them, safe on the disk and not yet in the journal
 * @throws LeftAlone, Obstacle or the file system's error when the disk does not let it be done now; the journal still has them in hand
 */
export async function settleInHand(options: SortEngineOptions, run: SortRunRow): Promise<readonly BatchResult[]> {
  const { disk, context } = options
  const results: Readonly<Record<Direction, BatchResult>> = { apply: emptyResult('apply'), undo: emptyResult('undo') }
  for (const group of groupsOf(context.store.sortEntry.inHand(run.runId))) {
    const direction: Direction = group[0]?.state === 'undoing' ? 'undo' : 'apply'
    const result = results[direction]
    if (direction === 'undo' && run.action !== 'move') {
      await settleRemoval(options, run, group, result)
      continue
    }
    const transfers = group.map((entry) => transferOf(run, entry, direction))
    for (const entry of group) {
      await removeTemporary(disk, transferOf(run, entry, 'apply'))
      await removeTemporary(disk, transferOf(run, entry, 'undo'))
    }
    await settleGroup(options, run, direction, transfers, result)
  }
  return [results.apply, results.undo]
}

/** Copies that an undo began to take away: once one is gone, the others of its group go too. */
async function settleRemoval(
  { disk, context }: SortEngineOptions,
  run: SortRunRow,
  group: readonly SortEntryRow[],
  result: BatchResult,
): Promise<void> {
  const there: SortEntryRow[] = []
  const gone: SortEntryRow[] = []
  for (const entry of group) ((await disk.facts(entry.toPath)) === null ? gone : there).push(entry)
  if (gone.length > 0 && (await disk.facts(run.targetPath)) === null) throw targetAway(run)
  result.removed.push(...gone)
  if (gone.length === 0) return void result.untouched.push(...there)
  const transfers = there.map((entry) => transferOf(run, entry, 'undo'))
  try {
    await removeCopies(disk, context.surroundings.trash, transfers, never)
    result.removed.push(...there)
  } catch (error) {
    if (!(error instanceof LeftAlone)) throw error
    for (const entry of there) result.leftAlone.push({ entry, reason: error.message })
  }
  for (const directory of new Set(group.map(({ toPath }) => dirname(toPath)))) await disk.syncDirectory(directory)
}

interface Found {
  readonly transfer: Transfer
  readonly position: Position
}

async function settleGroup(
  options: SortEngineOptions,
  run: SortRunRow,
  direction: Direction,
  transfers: readonly Transfer[],
  result: BatchResult,
): Promise<void> {
  const { disk } = options
  const found: Found[] = []
  for (const transfer of transfers) {
    found.push({ transfer, position: await findPosition(disk, run.action, transfer) })
  }
  const begun = found.filter(({ position }) => position.kind === 'begun').map(({ transfer }) => transfer)
  const placed = found.flatMap(toPlaced)
  for (const { transfer, position } of found) {
    if (position.kind !== 'lost') continue
    await refuseAway(options, run, transfer)
    result.leftAlone.push({ entry: transfer.entry, reason: lostReason(transfer) })
  }
  if (placed.length === 0) {
    result.untouched.push(...begun.map(({ entry }) => entry))
    return
  }
  if (begun.length > 0) {
    try {
      placed.push(...(await placeRest(options, run, direction, begun)))
    } catch (error) {
      if (!(error instanceof LeftAlone)) throw error
      for (const file of placed) await bringBack(options, run, direction, file)
      const back = [...begun, ...placed.map(({ transfer }) => transfer)]
      for (const { entry } of back) result.leftAlone.push({ entry, reason: error.message })
      return
    }
  }
  for (const directory of new Set(transfers.map(({ to }) => dirname(to)))) await disk.syncDirectory(directory)
  if (run.action === 'move') {
    for (const file of placed) await removeSource(disk, file)
  }
  result.placed.push(...placed)
}

async function placeRest(
  { disk, context }: SortEngineOptions,
  run: SortRunRow,
  direction: Direction,
  transfers: readonly Transfer[],
): Promise<readonly PlacedFile[]> {
  const rootPath = direction === 'apply' ? run.targetPath : null
  const directories = createTargetDirectories(disk, context.store, rootPath)
  return await placeGroup({ disk, store: context.store, directories }, run.action, transfers, never)
}

function toPlaced({ transfer, position }: Found): readonly PlacedFile[] {
  if (position.kind === 'placed') {
    const { facts } = position
    return [{ transfer, how: 'renamed', source: facts, facts, contentHash: null }]
  }
  if (position.kind !== 'both') return []
  const { facts, source, contentHash } = position
  return [{ transfer, how: contentHash === null ? 'linked' : 'copied', source, facts, contentHash }]
}

/** The old path of a file that stands at both goes, if neither has changed since it was compared. */
async function removeSource(disk: Disk, file: PlacedFile): Promise<void> {
  if (file.how === 'renamed') return
  const { from, to } = file.transfer
  if (!isUnchanged(file.source, await disk.facts(from)) || !isUnchanged(file.facts, await disk.facts(to)))
    throw new LeftAlone(`${from} changed while Winnow looked at it.`)
  await disk.remove(from)
  await disk.syncDirectory(dirname(from))
}

async function bringBack(
  { disk }: SortEngineOptions,
  run: SortRunRow,
  direction: Direction,
  file: PlacedFile,
): Promise<void> {
  const { transfer, how, facts } = file
  if (how === 'renamed') {
    const back = transferOf(run, transfer.entry, direction === 'apply' ? 'undo' : 'apply')
    const returned = await placeFile(disk, 'move', back, facts, never)
    await disk.syncDirectory(dirname(back.to))
    if (returned.how === 'copied') await removeSource(disk, returned)
  } else await takeBack(disk, file)
  await disk.syncDirectory(dirname(transfer.to))
}

/** A copy that was not finished, or not named yet; it stays where the original can't be found. */
async function removeTemporary(disk: Disk, { from, to, temporaryPath }: Transfer): Promise<void> {
  const temporary = await disk.facts(temporaryPath)
  if (temporary === null) return
  if (temporary.kind === 'directory') return void (await disk.removeEmptyDirectory(temporaryPath))
  const isElsewhere = (await disk.facts(from)) !== null || (await disk.facts(to)) !== null
  if (isElsewhere) await disk.remove(temporaryPath)
}

/** @throws Obstacle where a drive is away, so that nobody knows what is on it */
async function refuseAway(
  { disk, context }: SortEngineOptions,
  run: SortRunRow,
  { from, to }: Transfer,
): Promise<void> {
  if ((await disk.facts(run.targetPath)) === null) throw targetAway(run)
  await refuseWithoutFolder(disk, context.store, from)
  await refuseWithoutFolder(disk, context.store, to)
}

function lostReason({ from, to }: Transfer): string {
  return `It is neither at ${from} nor at ${to}: something else moved or changed it.`
}
