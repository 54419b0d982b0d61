import { basename, dirname } from 'node:path'
import type { SortAction } from '../../../core/sorting/sort-rules.ts'
import type { Disk, DiskFacts } from '../disk/disk.ts'
import { isSameFile, isUnchanged } from './same-file.ts'
import { HalfDone, LeftAlone } from './stop.ts'
import type { Transfer } from './transfer.ts'

/** A file that stands at its new path. A moved copy's source is still there, until the new name is safe on the disk. */
export interface PlacedFile {
  readonly transfer: Transfer
  readonly how: 'renamed' | 'copied' | 'linked'
  /** As the source was before. */
  readonly source: DiskFacts
  /** As it stands at its new path. */
  readonly facts: DiskFacts
  /** Null where nothing was read. */
  readonly contentHash: string | null
}

/**
 * Gives a file its place, never replacing anything. When it fails, all is as before.
 * @param source as it was when it was checked
 * @throws LeftAlone, or the file system's error
 */
export async function placeFile(
  disk: Disk,
  action: SortAction,
  transfer: Transfer,
  source: DiskFacts,
  signal: AbortSignal,
): Promise<PlacedFile> {
  const { from, to } = transfer
  if (action === 'copy') return await placeCopy(disk, transfer, source, signal)
  if (action === 'link') {
    await disk.link(from, to)
    return await placed(disk, { transfer, how: 'linked', source, contentHash: null })
  }
  try {
    await disk.renameWithoutReplacing(from, to)
  } catch (error) {
    const isOtherDisk = error instanceof Error && 'code' in error && error.code === 'EXDEV'
    if (!isOtherDisk) throw error
    return await placeCopy(disk, transfer, source, signal)
  }
  return await placed(disk, { transfer, how: 'renamed', source, contentHash: null })
}

async function placeCopy(disk: Disk, transfer: Transfer, source: DiskFacts, signal: AbortSignal): Promise<PlacedFile> {
  const { from, to, temporaryPath, entry } = transfer
  const name = basename(from)
  const contentHash = await disk.copy(from, temporaryPath, signal)
  try {
    if (!isUnchanged(source, await disk.facts(from))) throw new LeftAlone(`“${name}” changed while it was copied.`)
    if (entry.contentHash !== null && entry.contentHash !== contentHash)
      throw new LeftAlone(`“${name}” has other content than Winnow knows.`)
    if ((await disk.hash(temporaryPath, signal)) !== contentHash)
      throw new LeftAlone(
        `The copy of “${name}” in ${dirname(to)} was not like the original: that disk may be failing.`,
      )
    await disk.renameWithoutReplacing(temporaryPath, to)
  } catch (error) {
    await removeOrGiveUp(disk, temporaryPath)
    throw error
  }
  return await placed(disk, { transfer, how: 'copied', source, contentHash })
}

async function placed(disk: Disk, file: Omit<PlacedFile, 'facts'>): Promise<PlacedFile> {
  const { from, to } = file.transfer
  const facts = await factsOrGiveUp(disk, to)
  const done = { ...file, facts }
  const isExpected = file.how === 'copied' ? facts.sizeBytes === file.source.sizeBytes : isUnchanged(file.source, facts)
  if (isExpected) return done
  await takeBack(disk, done)
  throw new LeftAlone(`“${basename(from)}” changed at the moment it was placed.`)
}

async function factsOrGiveUp(disk: Disk, path: string): Promise<DiskFacts> {
  try {
    const facts = await disk.facts(path)
    if (facts !== null) return facts
  } catch (error) {
    throw new HalfDone(error)
  }
  throw new HalfDone(new Error(`${path} is not where it was put just now.`))
}

async function removeOrGiveUp(disk: Disk, path: string): Promise<void> {
  try {
    await disk.remove(path)
  } catch (error) {
    throw new HalfDone(error)
  }
}

/**
 * Undoes `placeFile` while the run still has the file in hand.
 * @throws HalfDone when the disk does not let it, or something else came in between; then nothing is removed
 */
export async function takeBack(disk: Disk, { how, transfer, facts }: PlacedFile): Promise<void> {
  const { from, to } = transfer
  try {
    if (how === 'renamed') return await disk.renameWithoutReplacing(to, from)
    const original = await disk.facts(from)
    const isSpare = original !== null && (how === 'copied' || isSameFile(original, facts))
    if (!isSpare || !isUnchanged(facts, await disk.facts(to))) throw new Error(`${to} changed while it was sorted.`)
    await disk.remove(to)
  } catch (error) {
    throw new HalfDone(error)
  }
}
