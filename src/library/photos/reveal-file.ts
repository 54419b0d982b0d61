import { join } from 'node:path'
import { WinnowError } from '../../contract/error.ts'
import type { LibraryContext } from '../context.ts'

/**
 * Shows a file in the system's file manager.
 * @throws WinnowError `not-found`, or `not-available` where there is no file manager or the drive is away
 */
export async function revealFile({ store, surroundings }: LibraryContext, fileId: number): Promise<void> {
  const file = store.photoDetails.file(fileId)
  if (file === null) throw new WinnowError('not-found', 'This file is not in the library any more.')
  const path = join(file.folderPath, file.relativePath)
  if (surroundings.reveal === undefined) {
    throw new WinnowError('not-available', `There is no file manager here to show ${path} in.`)
  }
  if (file.offline === 1) {
    throw new WinnowError('not-available', `The drive with ${path} is not connected. Connect it and try again.`)
  }
  await surroundings.reveal(path)
}
