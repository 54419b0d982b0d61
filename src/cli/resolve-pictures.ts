import type { ApiClient } from '../contract/api.ts'
import { WinnowError } from '../contract/error.ts'
import { mostPicturesAtOnce } from '../contract/primitives.ts'
import { addPicture } from './add-picture.ts'
import { findRow } from './export-rows.ts'
import { fullPath } from './full-path.ts'

/** Files that a person named, as the library knows them. */
export interface GivenPictures {
  readonly photoIds: readonly number[]
  /** Of those that are no files of the library. */
  readonly pictureIds: readonly string[]
}

/**
 * Finds files in the library by their path, and has the others looked at.
 * @throws WinnowError with a sentence that names the file, for one that can't be read or is no picture
 */
export async function resolvePictures(
  client: ApiClient,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<GivenPictures> {
  const photoIds: number[] = []
  const pictureIds: string[] = []
  for (const path of paths) {
    const row = await findRow(client, signal, await fullPath(path))
    if (row !== undefined) photoIds.push(row.photoId)
    else if (pictureIds.length < mostPicturesAtOnce) pictureIds.push(await lookAt(client, path, signal))
    else {
      throw new WinnowError(
        'invalid-input',
        `At most ${mostPicturesAtOnce} pictures from outside the library can be given at once. Give fewer, or add their folder first.`,
      )
    }
  }
  return { photoIds: [...new Set(photoIds)], pictureIds }
}

async function lookAt(client: ApiClient, path: string, signal: AbortSignal): Promise<string> {
  try {
    return await addPicture(client, path, signal)
  } catch (error) {
    if (!(error instanceof WinnowError) || error.message.includes(path)) throw error
    throw new WinnowError(error.code, `${path}: ${error.message}`)
  }
}
