import type { PhotoList } from '../../contract/photos.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { PhotoTable } from './photo-table.ts'
import { packAspects, packColours, packDays, packFlags, packIds } from './pack-columns.ts'

/** Photos in display order, and what is to be said about them. */
export interface OrderedPhotos {
  readonly ids: readonly number[] | Uint32Array
  readonly order: PhotoList['order']
  /** How many at the front match exactly. */
  readonly exactCount?: number
  /** First index of "less certain from here". */
  readonly cutIndex?: number
  readonly notice?: string
}

/** As the contract has it. `answers` are those of the one category that is looked at, where it is one. */
export function packPhotoList(
  photos: PhotoTable,
  { ids, ...said }: OrderedPhotos,
  answers: { readonly yes: PhotoSet; readonly unsure: PhotoSet } | null,
): PhotoList {
  return {
    total: ids.length,
    ids: packIds(ids),
    aspects: packAspects(photos, ids),
    colours: packColours(photos, ids),
    days: packDays(photos, ids),
    flags: packFlags(photos, ids, answers),
    ...said,
  }
}
