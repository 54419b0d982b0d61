import { probabilityOf } from '../../core/tagging/probability.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { findRivals, scorePhotosOfJudge } from './rivals.ts'

/** The probability of a prediction as its judge has it now; as it was stored while the embedding or the judge is not there. */
export function probabilityNow(
  { store, model }: Pick<Catalogue, 'store' | 'model'>,
  photoId: number,
  stored: { readonly categoryId: number; readonly probability: number },
): number {
  const judge = model?.judges.get(stored.categoryId)
  if (model === null || judge === undefined) return stored.probability
  const rivals = findRivals(store, model.judges).get(stored.categoryId)
  const [score = NaN] = scorePhotosOfJudge(model.matrix, judge, Uint32Array.of(photoId), rivals)
  return Number.isNaN(score) ? stored.probability : probabilityOf(score)
}
