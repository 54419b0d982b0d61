import { WinnowError } from '../../contract/error.ts'
import { backgroundLevel } from '../../core/tagging/background-level.ts'
import { scoreBackground } from '../../core/tagging/score-background.ts'
import { scanQuery } from '../../core/matrix/scan-query.ts'
import { topK } from '../../core/search/top-k.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import type { OrderedPhotos } from './photo-list.ts'

const mostAlike = 1000
const fewestAlike = 60
/**
 * Cosines of a photo with others differ from photo to photo, so likeness is counted in spreads above the background. Of objects on
 * plain ground (half of Caltech's 25 classes, the starter), 59 % of what stands above 4 is of the same class and 89 % of that is
 * found; above 2.5 it is 24 % and 97 %.
 */
const alikeFrom = 4
const notAlikeBelow = 2.5

/**
 * Photos among `candidates` that look like a vector (all of its numbers: two photos are compared, not a photo and words), most
 * alike first; `firstId` comes before all. Behind `cutIndex` they are no more alike than many.
 */
export async function listAlike(
  model: ActiveModel,
  candidates: PhotoSet,
  vector: Float32Array,
  firstId: number | null,
): Promise<OrderedPhotos> {
  const { middle, spread } = backgroundLevel(scoreBackground(vector, await model.data.background()))
  const scores = model.matrix.score(
    scanQuery(
      vector.map((value) => value / spread),
      -middle / spread,
    ),
  )
  const photoIds = model.matrix.photoIds()
  const top = topK(scores, mostAlike, (row) => photoIds[row] !== firstId && candidates.has(photoIds[row]!))
  const kept = Math.max(fewestAlike, countAbove(top.scores, notAlikeBelow))
  const first = firstId !== null && candidates.has(firstId) ? [firstId] : []
  return {
    ids: [...first, ...Array.from(top.rows.subarray(0, kept), (row) => photoIds[row]!)],
    order: 'best',
    cutIndex: first.length + countAbove(top.scores, alikeFrom),
  }
}

/**
 * The vector of a photo in the library.
 * @throws WinnowError `not-available` when it has not been read yet
 */
export function vectorOfPhoto({ matrix }: ActiveModel, photoId: number): Float32Array {
  const vector = matrix.get(photoId)
  if (vector !== null) return vector
  throw new WinnowError('not-available', 'Winnow has not looked at this photo yet. Try again when it has been indexed.')
}

/** @throws WinnowError `model-missing` */
export function existingModel({ model }: Pick<Catalogue, 'model'>): ActiveModel {
  if (model !== null) return model
  throw new WinnowError(
    'model-missing',
    'The files of the model are missing, so Winnow can’t look at photos. Install Winnow again.',
  )
}

/** Of falling scores. */
function countAbove(scores: Float32Array, bar: number): number {
  const end = scores.findIndex((score) => score < bar)
  return end < 0 ? scores.length : end
}
