import { cutsFor, probabilityOf } from '../../core/tagging/probability.ts'
import type { Cuts } from '../../core/tagging/probability.ts'
import type { CategoryClassifier } from '../../core/tagging/category-classifier.ts'
import type { EmbeddingMatrix } from '../../core/matrix/embedding-matrix.ts'
import { scanQuery } from '../../core/matrix/scan-query.ts'
import type { ScanQuery } from '../../core/matrix/scan-query.ts'
import type { Prediction } from '../store/prediction.ts'
import type { Taught } from '../teaching/taught.ts'
import { scoreJudge } from './rivals.ts'
import type { Rivals } from './rivals.ts'

/** A category that is ready to judge photos. */
export interface Judge {
  readonly classifier: CategoryClassifier
  readonly query: ScanQuery
  readonly cuts: Cuts
  readonly flat: boolean
  /** Null for one from words alone. */
  readonly taught: Taught | null
}

export function createJudge(classifier: CategoryClassifier, strictness: number, taught: Taught | null = null): Judge {
  const { weights, bias, flat } = classifier
  return { classifier, query: scanQuery(weights, bias), cuts: cutsFor(strictness), flat, taught }
}

/** What a score means under these cuts; null for "not". */
export function predictionOf(score: number, cuts: Cuts): Prediction | null {
  if (score < cuts.unsure) return null
  return { band: score >= cuts.sure ? 'sure' : 'unsure', probability: probabilityOf(score) }
}

/**
 * What all categories think of some photos. Photos are given by id; those without an embedding are left out.
 * @param rivals of the categories that are part of a choice
 * @returns for each photo, its predictions with their category
 */
export function judgePhotos(
  matrix: EmbeddingMatrix,
  judges: ReadonlyMap<number, Judge>,
  photoIds: readonly number[],
  rivals: ReadonlyMap<number, Rivals> = new Map(),
): ReadonlyMap<number, readonly (Prediction & { readonly categoryId: number })[]> {
  const rows = photoIds.map((photoId) => matrix.rowOf(photoId)).filter((row) => row >= 0)
  const runs = runsOf(rows.toSorted((a, b) => a - b))
  const found = new Map<number, (Prediction & { categoryId: number })[]>()
  const idOfRow = matrix.photoIds()
  for (const { from, to } of runs) {
    for (let row = from; row < to; row++) found.set(idOfRow[row]!, [])
  }
  // Category by category over a few rows that stay in the cache, rather than photo by photo.
  for (const [categoryId, judge] of judges) {
    for (const { from, to } of runs) {
      const scores = scoreJudge(matrix, judge, rivals.get(categoryId), from, to)
      for (let row = from; row < to; row++) {
        const prediction = predictionOf(scores[row - from]!, judge.cuts)
        if (prediction !== null) found.get(idOfRow[row]!)?.push({ categoryId, ...prediction })
      }
    }
  }
  return found
}

/** Rising numbers as stretches without a gap, `to` exclusive; repeated numbers count once. */
function runsOf(rows: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last !== undefined && row <= last.to) last.to = Math.max(last.to, row + 1)
    else runs.push({ from: row, to: row + 1 })
  }
  return runs
}
