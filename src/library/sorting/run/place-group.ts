import { dirname } from 'node:path'
import type { SortAction } from '../../../core/sorting/sort-rules.ts'
import type { Store } from '../../store/store.ts'
import type { Disk, DiskFacts } from '../disk/disk.ts'
import { checkSource } from './check-source.ts'
import { explainFailure } from './explain-failure.ts'
import type { PlacedFile } from './place-file.ts'
import { placeFile, takeBack } from './place-file.ts'
import type { TargetDirectories } from './target-directories.ts'
import type { Transfer } from './transfer.ts'

/**
 * Places files that stay together: all of them, or none.
 * @throws LeftAlone, Obstacle or Stopped, with all as before; anything else when the disk did not even let that be
 */
export async function placeGroup(
  { disk, store, directories }: { readonly disk: Disk; readonly store: Store; readonly directories: TargetDirectories },
  action: SortAction,
  transfers: readonly Transfer[],
  signal: AbortSignal,
): Promise<readonly PlacedFile[]> {
  const placed: PlacedFile[] = []
  const checked: DiskFacts[] = []
  for (const transfer of transfers) {
    checked.push(await explained(disk, transfer, signal, () => checkSource(disk, store, transfer)))
  }
  try {
    for (const [index, transfer] of transfers.entries()) {
      const file = await explained(disk, transfer, signal, async () => {
        await directories.make(dirname(transfer.to))
        return await placeFile(disk, action, transfer, checked[index]!, signal)
      })
      placed.push(file)
    }
  } catch (error) {
    for (const file of placed.toReversed()) await takeBack(disk, file)
    throw error
  }
  return placed
}

async function explained<T>(disk: Disk, transfer: Transfer, signal: AbortSignal, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw await explainFailure(disk, transfer, error, signal)
  }
}
