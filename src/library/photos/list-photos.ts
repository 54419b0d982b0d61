import type { PhotoList, PhotoQuery } from '../../contract/photos.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { existingCategory } from '../categories/category-view.ts'
import { searchPhotos } from '../search/search-photos.ts'
import type { PictureShelf } from '../search/picture-shelf.ts'
import { byTime, filterPhotos } from './filter-photos.ts'
import { existingModel, listAlike, vectorOfPhoto } from './list-alike.ts'
import { listCategory } from './list-category.ts'
import { packPhotoList } from './photo-list.ts'
import type { OrderedPhotos } from './photo-list.ts'

/**
 * The photos of a query, whole and in order.
 * @throws WinnowError `not-found` for a category, photo or picture that is gone, `not-available` for a photo that was not
 * read yet, `cancelled`
 */
export async function listPhotos(
  catalogue: Catalogue,
  shelf: PictureShelf,
  query: PhotoQuery,
  signal?: AbortSignal,
): Promise<PhotoList> {
  const { photos, tags, overview } = catalogue
  const categoryIds = query.categoryIds ?? []
  const found = await orderPhotos(catalogue, shelf, query, signal)
  const [only, ...others] = categoryIds
  if (only === undefined || others.length > 0) return packPhotoList(photos, found, null)
  return packPhotoList(photos, found, { yes: tags.of(only).yes, unsure: overview.subtree(only).unsure })
}

async function orderPhotos(
  catalogue: Catalogue,
  shelf: PictureShelf,
  query: PhotoQuery,
  signal: AbortSignal | undefined,
): Promise<OrderedPhotos> {
  const categoryIds = query.categoryIds ?? []
  const needsTags = query.text !== undefined || query.section !== undefined || categoryIds.length > 0
  await (needsTags ? catalogue.upToDate() : catalogue.photosUpToDate())
  for (const categoryId of categoryIds) existingCategory(catalogue, categoryId)
  const text = query.text?.trim() ?? ''
  const ranked =
    text !== ''
      ? await searchPhotos(catalogue, filterPhotos(catalogue, query, categoryIds), text, signal)
      : await alike(catalogue, shelf, query)
  signal?.throwIfAborted()
  if (ranked !== null) return inOrder(catalogue, ranked, query.order)

  const [only, ...others] = categoryIds
  if (only !== undefined && others.length === 0) {
    await catalogue.model?.matrixReady()
    return listCategory(catalogue, filterPhotos(catalogue, query, []), {
      categoryId: only,
      band: query.band,
      order: query.order ?? 'best',
    })
  }
  const order = query.order === 'oldest' ? 'oldest' : 'newest'
  return { ids: byTime(catalogue, filterPhotos(catalogue, query, categoryIds), order), order }
}

async function alike(catalogue: Catalogue, shelf: PictureShelf, query: PhotoQuery): Promise<OrderedPhotos | null> {
  const { likePhotoId, likePictureId } = query
  if (likePhotoId === undefined && likePictureId === undefined) return null
  const model = existingModel(catalogue)
  await model.matrixReady()
  const vector =
    likePhotoId === undefined ? shelf.pictureOf(likePictureId ?? '').vector : vectorOfPhoto(model, likePhotoId)
  const candidates = filterPhotos(catalogue, query, query.categoryIds ?? [])
  return await listAlike(model, candidates, vector, likePhotoId ?? null)
}

/** What was found by rank, as it is or by time; ranks mean nothing then. */
function inOrder(catalogue: Catalogue, ranked: OrderedPhotos, order: PhotoQuery['order']): OrderedPhotos {
  if (order === undefined || order === 'best') return ranked
  const { ids, notice } = ranked
  const { takenAtMs } = catalogue.photos
  const direction = order === 'newest' ? 1 : -1
  const sorted = Array.from(ids).sort((a, b) => direction * (takenAtMs(b) - takenAtMs(a) || b - a))
  return { ids: sorted, order, ...(notice !== undefined && { notice }) }
}
