import type { CategoryPreview } from '../../contract/categories.ts'
import { scanQuery } from '../../core/matrix/scan-query.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { PictureShelf } from '../search/picture-shelf.ts'
import type { CategoryRow } from '../store/category.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import { basisOf, calibrationOf, makeClassifier } from '../tagging/make-classifier.ts'
import { findRivals, scoreJudge } from '../tagging/rivals.ts'
import { firstAnswers } from '../teaching/first-answers.ts'
import type { FirstAnswers, FullDraft } from '../teaching/first-answers.ts'
import { answerAbout, gatherAnswers } from '../teaching/gather-answers.ts'
import type { Answered } from '../teaching/gather-answers.ts'
import { learnCategory } from '../teaching/learn-category.ts'
import type { Taught } from '../teaching/taught.ts'
import { noticeOf } from './category-notice.ts'
import { existingCategory } from './category-view.ts'
import { findBands } from './find-bands.ts'
import type { Said } from './find-bands.ts'

export interface PreviewInput {
  readonly draft: FullDraft
  /** The category that is being edited: its decisions and examples count, and a built-in one keeps what it is. */
  readonly categoryId?: number | undefined
  readonly limit: number
}

/**
 * What a category with these words and answers would hold, without storing anything.
 * @throws WinnowError `not-found` for a category or picture that is gone, `invalid-input` as `firstAnswers`, and as
 * `TextDirections.get` does
 */
export async function previewCategory(
  catalogue: Catalogue,
  shelf: PictureShelf,
  { draft, categoryId, limit }: PreviewInput,
  signal?: AbortSignal,
): Promise<CategoryPreview> {
  const { model } = catalogue
  const row = categoryId === undefined ? null : existingCategory(catalogue, categoryId)
  const first = firstAnswers(catalogue, shelf, draft)
  const judged = model === null ? null : await judgeDraft(catalogue, model, { draft, row, first, signal })
  await catalogue.upToDate()
  signal?.throwIfAborted()
  const taught = judged?.taught ?? null
  return {
    ...findBands(catalogue, {
      scores: judged?.score() ?? new Float32Array(0),
      said: saidOf(catalogue, first, categoryId, limit),
      taught: taught?.category ?? null,
      strictness: draft.strictness,
      limit,
    }),
    yesCount: taught?.yesCount ?? 0,
    noCount: taught?.noCount ?? 0,
    usedHints: taught?.usedHints ?? false,
    notice: noticeOf({ key: row?.key ?? null, name: draft.name, words: draft.words }, judged),
  }
}

interface JudgedDraft {
  readonly flat: boolean
  readonly taught: Taught | null
  /** Log-odds of each row of the matrix, as it is by then. */
  score(): Float32Array
}

async function judgeDraft(
  catalogue: Catalogue,
  model: ActiveModel,
  input: {
    readonly draft: FullDraft
    readonly row: CategoryRow | null
    readonly first: FirstAnswers
    readonly signal: AbortSignal | undefined
  },
): Promise<JudgedDraft> {
  const { draft, row, first, signal } = input
  const category = { ...draft, key: row?.key ?? null }
  const calibration = await calibrationOf(model)
  const words = await makeClassifier(category, model, calibration, signal)
  const answers = allAnswers(catalogue, model, row, first)
  const key = `${basisOf(category, model, answers)} ${calibration.libraryCount}`
  const reference = calibration.reference()
  const taught = learnCategory(model, { words, answers, reference, useHints: draft.useHints, key })
  const { weights, bias, flat } = taught?.category.classifier ?? words
  return {
    flat,
    taught,
    score() {
      const rivals = row === null ? undefined : findRivals(catalogue.store, model.judges).get(row.categoryId)
      return scoreJudge(model.matrix, { query: scanQuery(weights, bias) }, rivals)
    },
  }
}

/** Those that are stored, then those of the draft, which are the later word. */
function allAnswers(
  catalogue: Catalogue,
  model: ActiveModel,
  row: CategoryRow | null,
  { yesPhotoIds, noPhotoIds, pictures }: FirstAnswers,
): readonly Answered[] {
  const answeredHere = new Set([...yesPhotoIds, ...noPhotoIds])
  const stored = row === null ? [] : gatherAnswers(catalogue, model, row.categoryId)
  return [
    ...stored.filter(({ photoId }) => photoId === null || !answeredHere.has(photoId)),
    ...yesPhotoIds.flatMap((photoId) => answerAbout(model, photoId, true) ?? []),
    ...noPhotoIds.flatMap((photoId) => answerAbout(model, photoId, false) ?? []),
    ...pictures.map(({ name, vector }) => ({
      photoId: null,
      name,
      embedding: vector,
      isYes: true,
      key: `p${vector.subarray(0, 4).join()}`,
    })),
  ]
}

/** What the person said, stored or in the draft; the latest first. */
function saidOf({ tags, store }: Catalogue, first: FirstAnswers, categoryId: number | undefined, limit: number): Said {
  const stored = categoryId === undefined ? null : tags.of(categoryId)
  const latest = (verdict: 'yes' | 'no'): readonly number[] =>
    categoryId === undefined ? [] : store.decision.latestFirst(categoryId, verdict, limit)
  const yes = new Set([...first.yesPhotoIds.toReversed(), ...latest('yes'), ...(stored?.yes.ids() ?? [])])
  const no = new Set([...first.noPhotoIds.toReversed(), ...latest('no'), ...(stored?.no.ids() ?? [])])
  for (const photoId of first.yesPhotoIds) no.delete(photoId)
  for (const photoId of first.noPhotoIds) yes.delete(photoId)
  return { yes, no }
}
