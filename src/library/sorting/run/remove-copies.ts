import { basename, dirname } from 'node:path'
import type { Disk } from '../disk/disk.ts'
import { whyNotAsPlanned } from './check-source.ts'
import { isSameFile } from './same-file.ts'
import { HalfDone, LeftAlone } from './stop.ts'
import type { Transfer } from './transfer.ts'

export type Trash = ((path: string) => Promise<void>) | undefined

/**
 * Takes back a group of copies or second names: all of them, or none. A second name of the same file is simply taken away; a
 * copy goes to the system's trash, and only while the original stands with the same content.
 * @param group transfers of an undo
 * @throws LeftAlone when one has changed, or its original has; HalfDone when some are gone; the file system's error
 */
export async function removeCopies(
  disk: Disk,
  trash: Trash,
  group: readonly Transfer[],
  signal: AbortSignal,
): Promise<void> {
  const isLink: boolean[] = []
  for (const transfer of group) isLink.push(await isLinkOrThrow(disk, trash, transfer, signal))
  let isBegun = false
  for (const [index, { from }] of group.entries()) {
    try {
      if ((await disk.facts(from)) === null) continue
      if (isLink[index] === true) await disk.remove(from)
      else await trash?.(from)
      if ((await disk.facts(from)) !== null) throw new LeftAlone(`The system did not move ${from} to the trash.`)
      isBegun = true
    } catch (error) {
      throw isBegun ? new HalfDone(error) : error
    }
  }
}

/** Whether it is a second name of the original; false for a copy that can go. Of one that is gone already nothing is asked. */
async function isLinkOrThrow(disk: Disk, trash: Trash, transfer: Transfer, signal: AbortSignal): Promise<boolean> {
  const { from: copyPath, to: originalPath, entry } = transfer
  const copy = await disk.facts(copyPath)
  if (copy === null) return false
  const reason = whyNotAsPlanned(copy, entry, copyPath)
  if (reason !== null) throw new LeftAlone(reason)
  const original = await disk.facts(originalPath)
  const goneReason = `The original of “${basename(copyPath)}” is not in ${dirname(originalPath)} any more.`
  if (original === null) throw new LeftAlone(goneReason)
  if (isSameFile(copy, original)) return true
  if (original.kind !== 'file' || original.sizeBytes !== copy.sizeBytes)
    throw new LeftAlone(`The original of “${basename(copyPath)}” has changed since.`)
  if (trash === undefined) throw new LeftAlone(`There is no trash here to move “${basename(copyPath)}” to.`)
  const contentHash = await disk.hash(copyPath, signal)
  if (entry.contentHash !== null && entry.contentHash !== contentHash)
    throw new LeftAlone(`“${basename(copyPath)}” has changed since.`)
  if ((await disk.hash(originalPath, signal)) !== contentHash)
    throw new LeftAlone(`The original of “${basename(copyPath)}” has changed since.`)
  return false
}
