import { cutsFor, probabilityOf } from '../../core/tagging/probability.ts'
import type { Cuts } from '../../core/tagging/probability.ts'
import type { CategoryClassifier } from '../../core/tagging/category-classifier.ts'
import type { EmbeddingMatrix } from '../../core/matrix/embedding-matrix.ts'
import { scanQuery } from '../../core/matrix/scan-query.ts'
import type { ScanQuery } from '../../core/matrix/scan-query.ts'
import type { Prediction } from '../store/prediction.ts'

/** A category that is ready to judge photos. */
export interface Judge {
  readonly query: ScanQuery
  readonly cuts: Cuts
  readonly flat: boolean
}

export function createJudge(classifier: CategoryClassifier, strictness: number): Judge {
  return { query: scanQuery(classifier.weights, classifier.bias), cuts: cutsFor(strictness), flat: classifier.flat }
}

/** One thing Winnow thinks. */
export interface Judgement extends Prediction {
  readonly photoId: number
}

/** What a score means under these cuts; null for "not". */
export function predictionOf(score: number, cuts: Cuts): Prediction | null {
  if (score < cuts.unsure) return null
  return { band: score >= cuts.sure ? 'sure' : 'unsure', probability: probabilityOf(score) }
}

/** Everything a category sees in the library: one scan of the matrix. */
export function judgeLibrary(matrix: EmbeddingMatrix, judge: Judge): readonly Judgement[] {
  const scores = matrix.score(judge.query)
  const photoIds = matrix.photoIds()
  const found: Judgement[] = []
  for (let row = 0; row < scores.length; row++) {
    if (scores[row]! < judge.cuts.unsure || photoIds[row] === 0) continue
    const prediction = predictionOf(scores[row]!, judge.cuts)
    if (prediction !== null) found.push({ photoId: photoIds[row]!, ...prediction })
  }
  return found
}

/**
 * What all categories think of some photos. Photos are given by id; those without an embedding are left out.
 * @returns for each photo, its predictions with their category
 */
export function judgePhotos(
  matrix: EmbeddingMatrix,
  judges: ReadonlyMap<number, Judge>,
  photoIds: readonly number[],
): ReadonlyMap<number, readonly (Prediction & { readonly categoryId: number })[]> {
  const rows = photoIds.map((photoId) => matrix.rowOf(photoId)).filter((row) => row >= 0)
  const runs = runsOf(rows.toSorted((a, b) => a - b))
  const found = new Map<number, (Prediction & { categoryId: number })[]>()
  const idOfRow = matrix.photoIds()
  for (const { from, to } of runs) {
    for (let row = from; row < to; row++) found.set(idOfRow[row]!, [])
  }
  // Category by category over a few rows that stay in the cache, rather than photo by photo.
  for (const [categoryId, { query, cuts }] of judges) {
    for (const { from, to } of runs) {
      const scores = matrix.score(query, from, to)
      for (let row = from; row < to; row++) {
        const prediction = predictionOf(scores[row - from]!, cuts)
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
