import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ActiveModel } from './active-model.ts'
import { judgePhotos } from './judges.ts'
import { findRivals } from './rivals.ts'

/** Has every category judge these photos, and replaces what was thought of them. In the caller's transaction. */
export function storePredictions(
  { store, tags }: Pick<Catalogue, 'store' | 'tags'>,
  model: Pick<ActiveModel, 'modelId' | 'matrix' | 'judges'>,
  photoIds: readonly number[],
): void {
  const predictions = store.prediction.ofModel(model.modelId)
  const rivals = findRivals(store, model.judges)
  for (const [photoId, thoughts] of judgePhotos(model.matrix, model.judges, photoIds, rivals)) {
    predictions.clearPhoto(photoId)
    for (const thought of thoughts) predictions.insert(thought.categoryId, photoId, thought)
    tags.photoIsOld(photoId)
  }
}
