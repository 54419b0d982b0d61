import type { PhotoQuery } from '../../contract/photos.ts'
import { createPhotoSet } from '../../core/search/photo-set.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { untaggedPhotos } from '../categories/category-counts.ts'

/**
 * Photos on screen for which everything in the query holds but what ranks them. A new set. Categories are those whose shown
 * photos are meant; one whose bands are looked at is left to the caller.
 */
export function filterPhotos(
  catalogue: Catalogue,
  query: Pick<PhotoQuery, 'section' | 'folderId' | 'folderPath' | 'fromMs' | 'toMs'>,
  categoryIds: readonly number[],
): PhotoSet {
  const { photos, names, overview } = catalogue
  const found = photos.visible.copy()
  for (const categoryId of categoryIds) found.keepOnly(overview.subtree(categoryId).shown)
  if (query.section === 'untagged') found.keepOnly(untaggedPhotos(catalogue))
  if (query.section === 'unsure') found.keepOnly(overview.unsure())
  if (query.folderId !== undefined) found.keepOnly(names.inFolder(query.folderId, query.folderPath ?? ''))
  if (query.fromMs !== undefined || query.toMs !== undefined) {
    found.keepOnly(takenBetween(catalogue, query.fromMs ?? -Infinity, query.toMs ?? Infinity))
  }
  return found
}

/** Photos on screen taken from (inclusive) to (exclusive). A new set. */
export function takenBetween({ photos }: Pick<Catalogue, 'photos'>, fromMs: number, toMs: number): PhotoSet {
  const order = photos.newestFirst()
  const found = createPhotoSet()
  for (let at = firstBefore(order, photos.takenAtMs, toMs); at < order.length; at++) {
    const photoId = order[at]!
    if (photos.takenAtMs(photoId) < fromMs) break
    found.add(photoId)
  }
  return found
}

/** Where, newest first, the first photo before `timeMs` stands. */
function firstBefore(order: Uint32Array, takenAtMs: (photoId: number) => number, timeMs: number): number {
  let low = 0
  for (let high = order.length; low < high;) {
    const middle = (low + high) >> 1
    if (takenAtMs(order[middle]!) >= timeMs) low = middle + 1
    else high = middle
  }
  return low
}

/** The photos of a set, all of them on screen, by time. */
export function byTime({ photos }: Pick<Catalogue, 'photos'>, set: PhotoSet, order: 'newest' | 'oldest'): Uint32Array {
  const newest = photos.newestFirst()
  const sorted = new Uint32Array(set.count())
  let count = 0
  for (let at = 0; at < newest.length && count < sorted.length; at++) {
    if (set.has(newest[at]!)) sorted[count++] = newest[at]!
  }
  return order === 'newest' ? sorted : sorted.reverse()
}
