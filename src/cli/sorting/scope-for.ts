import type { ApiClient } from '../../contract/api.ts'
import { WinnowError } from '../../contract/error.ts'
import type { SortScope } from '../../contract/sorting.ts'
import { findCategory } from '../find-category.ts'
import { fullPath } from '../full-path.ts'
import { placeInFolders } from './place-in-folders.ts'

export interface ScopeOptions {
  /** A folder of the library, or one below it. */
  readonly folder?: string | undefined
  readonly category?: string | undefined
}

/** Which files are sorted: all of the library, unless one of these says less. @throws WinnowError `not-found` */
export async function scopeFor(client: ApiClient, { folder, category }: ScopeOptions): Promise<SortScope> {
  if (category !== undefined) {
    return { kind: 'category', categoryId: (await findCategory(client, category)).categoryId }
  }
  return folder === undefined ? { kind: 'library' } : await folderScope(client, folder)
}

async function folderScope(client: ApiClient, folder: string): Promise<SortScope> {
  const path = await fullPath(folder)
  const { folders } = await client['folders.list']({})
  const place = placeInFolders(path, folders)
  if (place !== undefined) return { kind: 'folder', ...place }
  throw new WinnowError('not-found', `${path} is in no folder of the library. winnow folders lists those.`)
}
