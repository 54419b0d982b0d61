import type { Cuts } from '../../core/tagging/probability.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ActiveModel } from './active-model.ts'
import { predictionOf } from './judges.ts'

/**
 * A probability that moved by less within its band is left as it is stored: after an answer, thousands move a little, and what is
 * told of one photo is computed anew (`probabilityNow`).
 */
const smallestChange = 0.1
/** Beyond this, reading the whole category again is quicker than photo by photo. */
const singlesAtMost = 100

/**
 * Stores what a category thinks of every photo, in place of what it thought before: only what has changed is written. In the
 * caller's transaction. Returns photos whose tags are others now.
 * @param scores log-odds of each row of the matrix
 */
export function replacePredictions(
  { store, tags }: Pick<Catalogue, 'store' | 'tags'>,
  { modelId, matrix }: Pick<ActiveModel, 'modelId' | 'matrix'>,
  { categoryId, cuts }: { readonly categoryId: number; readonly cuts: Cuts },
  scores: Float32Array,
): ReadonlySet<number> {
  const predictions = store.prediction.ofModel(modelId)
  const photoIds = matrix.photoIds()
  const touched = new Set<number>()
  const otherBand: number[] = []
  const isStored = new Uint8Array(scores.length)
  for (const [photoId, band, probability] of predictions.ofCategory(categoryId)) {
    const row = matrix.rowOf(photoId)
    const next = row < 0 ? null : predictionOf(scores[row]!, cuts)
    if (row >= 0) isStored[row] = 1
    if (next === null) predictions.delete(categoryId, photoId)
    else if (next.band !== band || Math.abs(next.probability - probability) >= smallestChange) {
      predictions.update(categoryId, photoId, next)
    } else continue
    touched.add(photoId)
    if (next?.band !== band) otherBand.push(photoId)
  }
  for (let row = 0; row < scores.length; row++) {
    if (scores[row]! < cuts.unsure || isStored[row] === 1 || photoIds[row] === 0) continue
    const photoId = photoIds[row]!
    const prediction = predictionOf(scores[row]!, cuts)
    if (prediction === null) continue
    predictions.insert(categoryId, photoId, prediction)
    touched.add(photoId)
    otherBand.push(photoId)
  }
  if (otherBand.length > singlesAtMost) tags.categoryIsOld(categoryId)
  else for (const photoId of otherBand) tags.photoIsOld(photoId)
  return touched
}
