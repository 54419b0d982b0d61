import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ApiClient } from '../contract/api.ts'
import { WinnowError } from '../contract/error.ts'

/**
 * Has a picture file looked at that need not be in the library. Returns the id to search or teach by.
 * @throws WinnowError `not-found` when it can't be read, and as `search.addPicture` does
 */
export async function addPicture(client: ApiClient, path: string, signal?: AbortSignal): Promise<string> {
  const bytes = await readFile(path).catch(() => {
    throw new WinnowError('not-found', `${path} can’t be read.`)
  })
  const { pictureId } = await client['search.addPicture'](
    { dataBase64: bytes.toString('base64'), name: basename(path) },
    signal,
  )
  return pictureId
}
