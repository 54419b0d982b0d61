import { createPhotoSet } from '../../core/search/photo-set.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { TagCounts } from '../tagging/shown-tags.ts'

/** All numbers of the sidebar, among photos that are on screen. */
export interface LibraryCounts {
  readonly byCategory: ReadonlyMap<number, TagCounts>
  /** Pictures from outside the library, of the categories that have any. */
  readonly exampleCounts: ReadonlyMap<number, number>
  /** Those of them that the model that serves has not looked at. */
  readonly silentExampleCounts: ReadonlyMap<number, number>
  readonly unsureCount: number
  readonly untaggedCount: number
  readonly photoCount: number
}

/** Counts everything; some milliseconds at 100,000 photos. Call it when the catalogue is up to date. */
export function countLibrary(catalogue: Catalogue): LibraryCounts {
  const { photos, overview, store, model } = catalogue
  const unsure = overview.unsure().copy()
  unsure.keepOnly(photos.visible)
  return {
    byCategory: overview.counts(),
    exampleCounts: store.example.counts(),
    silentExampleCounts: model === null ? new Map() : store.example.silentCounts(model.modelId),
    unsureCount: unsure.count(),
    untaggedCount: untaggedPhotos(catalogue).count(),
    photoCount: photos.visible.count(),
  }
}

/** Photos on screen that Winnow has looked at and found no tag for; none before there is anything to find. A new set. */
export function untaggedPhotos({
  photos,
  overview,
  model,
}: Pick<Catalogue, 'photos' | 'overview' | 'model'>): PhotoSet {
  if (model === null || model.judges.size === 0) return createPhotoSet()
  const untagged = photos.read.copy()
  untagged.deleteAll(overview.tagged())
  return untagged
}
