import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ActiveModel } from './active-model.ts'
import { judgePhotos } from './judges.ts'
import { findRivals } from './rivals.ts'

/** Has every category judge these photos, and replaces what was thought of them. In the caller's transaction. */
export function storePredictions(
  { store, tags }: Pick<Catalogue, 'store' | 'tags'>,
  model: Pick<ActiveModel, 'matrix' | 'judges'>,
  photoIds: readonly number[],
): void {
  const rivals = findRivals(store, model.judges)
  for (const [photoId, predictions] of judgePhotos(model.matrix, model.judges, photoIds, rivals)) {
    store.prediction.clearPhoto(photoId)
    for (const prediction of predictions) store.prediction.insert(prediction.categoryId, photoId, prediction)
    tags.photoIsOld(photoId)
  }
}
