import { createPhotoSet } from '../../core/search/photo-set.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { countTags } from '../tagging/shown-tags.ts'

export interface TagCountsOfPhotos {
  readonly categoryId: number
  readonly tagged: number
  readonly saidYes: number
  readonly saidNo: number
}

/** How many of these photos carry each category, for a selection. Categories that none carries or was denied are left out. */
export function countTagsOfPhotos(
  { store, tags }: Pick<Catalogue, 'store' | 'tags'>,
  photoIds: readonly number[],
): TagCountsOfPhotos[] {
  const selected = createPhotoSet(photoIds)
  return store.category.list().flatMap(({ categoryId, isGroup }) => {
    if (isGroup) return []
    const { shown, saidYes, saidNo } = countTags(tags.of(categoryId), selected)
    return shown + saidYes + saidNo === 0 ? [] : [{ categoryId, tagged: shown, saidYes, saidNo }]
  })
}
