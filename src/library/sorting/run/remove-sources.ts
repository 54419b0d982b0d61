import { basename, dirname } from 'node:path'
import type { Disk } from '../disk/disk.ts'
import type { PlacedFile } from './place-file.ts'
import { takeBack } from './place-file.ts'
import { isUnchanged } from './same-file.ts'
import { LeftAlone } from './stop.ts'

/**
 * The last step of a move to another disk: copies are verified and safe under their names, so the sources go.
 * @throws LeftAlone when one changed meanwhile: the whole group is where it was then
 */
export async function removeSources(disk: Disk, group: readonly PlacedFile[]): Promise<void> {
  const copies = group.filter((file) => file.how === 'copied')
  for (const { source, facts, transfer } of copies) {
    const isSafe =
      isUnchanged(source, await disk.facts(transfer.from)) && isUnchanged(facts, await disk.facts(transfer.to))
    if (isSafe) continue
    for (const file of group.toReversed()) await takeBack(disk, file)
    throw new LeftAlone(`“${basename(transfer.from)}” in ${dirname(transfer.from)} changed while it was sorted.`)
  }
  for (const { transfer } of copies) await disk.remove(transfer.from)
}
