import { estimatePrecision } from '../../core/learning/estimate-precision.ts'
import type { PrecisionEstimate } from '../../core/learning/estimate-precision.ts'
import { countShared } from '../../core/search/photo-set.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Judge } from '../tagging/judges.ts'
import { findRivals, scorePhotosOfJudge } from '../tagging/rivals.ts'

interface Known {
  readonly shownCount: number
  readonly yesCount: number
  readonly estimate: PrecisionEstimate | null
}

/** While photos come in, an estimate stands until the photos shown are this much more or fewer, as a share. */
const tolerance = 0.02

const known = new WeakMap<Judge, Known>()

/**
 * How many of the photos shown under a category are right; null where that would be a guess, also until the embeddings are
 * loaded. Takes some milliseconds for thousands of photos after an answer, and next to nothing until the next one.
 */
export function precisionOf(catalogue: Catalogue, categoryId: number): PrecisionEstimate | null {
  const { model, tags, photos, store } = catalogue
  const judge = model?.judges.get(categoryId)
  if (model === null || judge === undefined || judge.taught === null) return null
  const { sure, yes, no } = tags.of(categoryId)
  const shown = sure.copy()
  shown.keepOnly(photos.visible)
  shown.deleteAll(yes)
  shown.deleteAll(no)
  const shownCount = shown.count()
  const yesCount = countShared(yes, photos.visible)
  const before = known.get(judge)
  if (before?.yesCount === yesCount && Math.abs(before.shownCount - shownCount) <= before.shownCount * tolerance) {
    return before.estimate
  }
  const rivals = findRivals(store, model.judges).get(categoryId)
  const scores = scorePhotosOfJudge(model.matrix, judge, Uint32Array.from(shown.ids()), rivals)
  if (scores.includes(NaN)) return null
  const estimate = estimatePrecision(judge.taught.category, scores, yesCount)
  known.set(judge, { shownCount, yesCount, estimate })
  return estimate
}
