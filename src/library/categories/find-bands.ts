import type { BandPreview, CategoryPreview } from '../../contract/categories.ts'
import { estimatePrecision } from '../../core/learning/estimate-precision.ts'
import type { TaughtCategory } from '../../core/learning/teach-classifier.ts'
import { topK } from '../../core/search/top-k.ts'
import { cutsFor } from '../../core/tagging/probability.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { packAspects, packBytes, packColours, packIds } from '../photos/pack-columns.ts'

/** Photos the person answered about, the latest first. */
export interface Said {
  readonly yes: ReadonlySet<number>
  readonly no: ReadonlySet<number>
}

/** Strictnesses from 0 to 1 at which the sure photos are counted. */
const strictnesses = Array.from({ length: 11 }, (_, i) => i / 10)
const lowestCut = cutsFor(0).sure

type Bands = Pick<CategoryPreview, 'sure' | 'unsure' | 'not' | 'sureCountByStrictness' | 'precisionByStrictness'>

/**
 * The photos on screen in three bands, and how many were sure, and right, at other strictnesses. Photos that were not looked at yet are in
 * none, unless the person answered about them.
 */
export function findBands(
  catalogue: Catalogue,
  input: {
    /** Log-odds of each row of the matrix. */
    readonly scores: Float32Array
    readonly said: Said
    /** Null while nothing was answered. */
    readonly taught: TaughtCategory | null
    readonly strictness: number
    readonly limit: number
  },
): Bands {
  const { photos, model } = catalogue
  const { scores, said, taught, limit } = input
  const photoIds = model?.matrix.photoIds() ?? new Int32Array(0)
  const cuts = cutsFor(input.strictness)
  const cutAt = strictnesses.map((strictness) => cutsFor(strictness).sure)
  const predictedAt = strictnesses.map(() => 0)
  const count = { sure: 0, unsure: 0, not: 0 }
  const aboveLowest: number[] = []
  for (let row = 0; row < scores.length; row++) {
    const photoId = photoIds[row]!
    // What the person said stands by itself; NaN is in no band.
    if (!photos.visible.has(photoId) || said.yes.has(photoId) || said.no.has(photoId)) {
      scores[row] = NaN
      continue
    }
    const score = scores[row]!
    count[score >= cuts.sure ? 'sure' : score >= cuts.unsure ? 'unsure' : 'not']++
    if (score >= lowestCut) aboveLowest.push(score)
    for (let i = 0; i < cutAt.length && score >= cutAt[i]!; i++) predictedAt[i]!++
  }
  const yes = [...said.yes].filter((photoId) => photos.visible.has(photoId))
  const no = [...said.no].filter((photoId) => photos.visible.has(photoId))
  const best = Float32Array.from(aboveLowest).sort().reverse()

  const pack = (first: readonly number[], accept: (score: number) => boolean, more: number): BandPreview => {
    const room = Math.max(0, limit - first.length)
    const { rows } = topK(scores, room, (row) => accept(scores[row]!))
    const ids = [...first.slice(0, limit), ...Array.from(rows, (row) => photoIds[row]!)]
    return {
      count: first.length + more,
      ids: packIds(ids),
      aspects: packAspects(photos, ids),
      colours: packColours(photos, ids),
      flags: packBytes(
        ids.map(
          (photoId) =>
            (photos.read.has(photoId) ? 1 : 0) | (said.yes.has(photoId) ? 2 : 0) | (said.no.has(photoId) ? 16 : 0),
        ),
      ),
    }
  }
  return {
    sure: pack(yes, (score) => score >= cuts.sure, count.sure),
    unsure: pack([], (score) => score >= cuts.unsure && score < cuts.sure, count.unsure),
    not: pack(no, (score) => score < cuts.unsure, count.not),
    sureCountByStrictness: predictedAt.map((predicted) => predicted + yes.length),
    precisionByStrictness: predictedAt.map(
      (predicted) => taught && estimatePrecision(taught, best.subarray(0, predicted), yes.length),
    ),
  }
}
