import type { CategoryPreview } from '../../contract/categories.ts'
import { topK } from '../../core/search/top-k.ts'
import { cutsFor } from '../../core/tagging/probability.ts'
import type { CategoryClassifier } from '../../core/tagging/category-classifier.ts'
import { scanQuery } from '../../core/matrix/scan-query.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { packAspects, packColours, packIds } from '../photos/pack-columns.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import { calibrationOf, makeClassifier } from '../tagging/make-classifier.ts'
import { existingCategory, noticeOf } from './category-view.ts'

export interface PreviewInput {
  readonly draft: {
    readonly name: string
    readonly words: readonly string[]
    readonly notWords: readonly string[]
    readonly strictness: number
  }
  /** The category that is being edited: its decisions count, and a built-in one keeps what it is. */
  readonly categoryId?: number | undefined
  readonly limit: number
}

/** Strictnesses from 0 to 1 at which the sure photos are counted. */
const strictnesses = Array.from({ length: 11 }, (_, i) => i / 10)

/**
 * What a category with these words would hold, best first, without storing anything.
 * @throws WinnowError `not-found` for a category that is gone, and as `TextDirections.get` does
 */
export async function previewCategory(
  catalogue: Catalogue,
  input: PreviewInput,
  signal?: AbortSignal,
): Promise<CategoryPreview> {
  const { model } = catalogue
  if (model === null)
    return pack(
      catalogue,
      [],
      0,
      0,
      strictnesses.map(() => 0),
      null,
    )
  const row = input.categoryId === undefined ? null : existingCategory(catalogue, input.categoryId)
  const calibration = await calibrationOf(model)
  const words = { ...input.draft, key: row?.key ?? null }
  const classifier = await makeClassifier(words, model, calibration, signal)
  await catalogue.upToDate()
  signal?.throwIfAborted()
  return preview(catalogue, model, classifier, input)
}

function preview(
  catalogue: Catalogue,
  model: ActiveModel,
  classifier: CategoryClassifier,
  { draft, categoryId, limit }: PreviewInput,
): CategoryPreview {
  const { photos, tags } = catalogue
  const said = categoryId === undefined ? null : tags.of(categoryId)
  const scores = model.matrix.score(scanQuery(classifier.weights, classifier.bias))
  const photoIds = model.matrix.photoIds()
  const cuts = cutsFor(draft.strictness)
  const cutAt = strictnesses.map((strictness) => cutsFor(strictness).sure)
  const sureCounts = strictnesses.map(() => 0)
  let sureCount = 0
  let unsureCount = 0
  for (let row = 0; row < scores.length; row++) {
    const photoId = photoIds[row]!
    if (!photos.visible.has(photoId) || said?.no.has(photoId) === true) scores[row] = -Infinity
    else if (said?.yes.has(photoId) === true) scores[row] = Infinity
    const score = scores[row]!
    if (score >= cuts.sure) sureCount++
    else if (score >= cuts.unsure) unsureCount++
    for (let i = 0; i < cutAt.length && score >= cutAt[i]!; i++) sureCounts[i]!++
  }
  const top = topK(scores, limit, (row) => scores[row]! >= cuts.unsure)
  const ids = Array.from(top.rows, (row) => photoIds[row]!)
  return pack(catalogue, ids, sureCount, unsureCount, sureCounts, noticeOf(draft.name, classifier.flat))
}

function pack(
  { photos }: Catalogue,
  ids: readonly number[],
  sureCount: number,
  unsureCount: number,
  sureCountByStrictness: number[],
  notice: string | null,
): CategoryPreview {
  return {
    ids: packIds(ids),
    aspects: packAspects(photos, ids),
    colours: packColours(photos, ids),
    sureCount,
    unsureCount,
    sureCountByStrictness,
    notice,
  }
}
