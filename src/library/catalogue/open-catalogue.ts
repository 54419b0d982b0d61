import type { LibraryContext } from '../context.ts'
import { createPhotoTable } from '../photos/photo-table.ts'
import { createFileNameTable } from '../search/file-name-table.ts'
import { watchPhotoChanges } from '../store/photo-changes.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import { openServingModel } from '../tagging/open-model.ts'
import { readVocabulary } from '../tagging/read-vocabulary.ts'
import { syncVocabulary } from '../tagging/sync-vocabulary.ts'
import { createTagOverview } from '../tagging/tag-overview.ts'
import { createTagTable } from '../tagging/tag-table.ts'
import { breathe } from './breathe.ts'
import type { Catalogue } from './catalogue.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import { createPhotoFeed } from './photo-feed.ts'

/** Photos whose tags are read again between two pauses: about 10 ms. */
const tagSlice = 1000

/**
 * Opens what categories, photos, search and history share. Quick: tables are filled at their first use. Stores the built-in
 * categories when these are new.
 * @throws WinnowError `model-missing` when the built-in vocabulary can't be read
 */
export function openCatalogue(context: LibraryContext): Catalogue {
  const { store } = context
  if (context.access === 'write') {
    const vocabulary = readVocabulary(context.surroundings.paths.modelsDir)
    syncVocabulary(store, vocabulary, context.surroundings.clock.nowMs())
  }
  let serving = openServingModel(context)
  let preparing: ActiveModel | null = null
  if (serving !== null) store.prediction.serve(serving.modelId)
  const photos = createPhotoTable()
  const names = createFileNameTable()
  const tags = createTagTable(store)
  const overview = createTagOverview(store, tags, photos)
  const feed = createPhotoFeed({
    ...store,
    photos,
    names,
    onGone(photoId) {
      tags.photoIsOld(photoId)
      serving?.matrix.delete(photoId)
      preparing?.matrix.delete(photoId)
    },
  })
  // A reader's connection never writes, and can't hear of what the writer does.
  if (context.access === 'write') watchPhotoChanges(context.database, feed)

  async function upToDate(): Promise<void> {
    await feed.upToDate()
    while (!tags.refresh(tagSlice)) await breathe()
    for (const { categoryId } of store.category.list()) {
      if (tags.isLoaded(categoryId)) continue
      tags.of(categoryId)
      await breathe()
    }
  }

  return {
    context,
    store,
    photos,
    names,
    tags,
    overview,
    get model() {
      return serving
    },
    get preparing() {
      return preparing
    },
    prepare(model) {
      preparing = model
    },
    serve(model) {
      serving = model
      if (preparing === model) preparing = null
      store.prediction.serve(model.modelId)
      tags.allAreOld()
    },
    feed,
    upToDate,
    photosUpToDate: feed.upToDate,
    changing: createOneAtATime(),
  }
}
