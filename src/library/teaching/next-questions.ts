import { WinnowError } from '../../contract/error.ts'
import type { Question } from '../../contract/teaching.ts'
import { answersHardlyHelp } from '../../core/learning/answers-hardly-help.ts'
import { chooseQuestions } from '../../core/learning/choose-questions.ts'
import type { ScoreReference } from '../../core/learning/score-reference.ts'
import { createPhotoSet } from '../../core/search/photo-set.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import { probabilityOf } from '../../core/tagging/probability.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { existingCategory } from '../categories/category-view.ts'
import { existingModel } from '../photos/list-alike.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import { calibrationOf } from '../tagging/make-classifier.ts'
import { findRivals, scoreJudge } from '../tagging/rivals.ts'
import { addAsked } from '../tagging/shown-tags.ts'
import { findAlike } from './find-alike.ts'
import { gatherAnswers } from './gather-answers.ts'

export interface NextQuestions {
  questions: Question[]
  answerCount: number
  decidedCount: number
  unsureCount: number
  hardlyHelps: boolean
}

/** With all categories at once: those with most unsure photos. */
const mostCategories = 6
/** Answers given together: "all of these" is about a question, more at once is not. */
const mostTogether = 12
const lookBack = 60
/** So many times the questions asked for are chosen. */
const spare = 2

/**
 * What to ask the person next, best first.
 * @param input.categoryId null for all of the person's own categories that have unsure photos
 * @throws WinnowError `not-found`, `invalid-input` for a heading, `model-missing`
 */
export async function nextQuestions(
  catalogue: Catalogue,
  input: { readonly categoryId: number | null; readonly skipPhotoIds: readonly number[]; readonly count: number },
): Promise<NextQuestions> {
  const { categoryId, count } = input
  const model = existingModel(catalogue)
  if (categoryId !== null && existingCategory(catalogue, categoryId).isGroup) {
    throw new WinnowError('invalid-input', 'This only gathers other categories. Choose one of those.')
  }
  const calibration = await calibrationOf(model)
  await catalogue.upToDate()
  const categoryIds = categoryId === null ? ownCategories(catalogue) : [categoryId]
  const unsure = createPhotoSet()
  for (const id of categoryIds) unsure.addAll(unsureOf(catalogue, id))
  const unsureCount = unsure.count()

  const asked = categoryId === null ? mostUnsure(catalogue, categoryIds) : categoryIds
  const skipped = createPhotoSet(input.skipPhotoIds)
  const background = calibration.background
  const questions: Question[] = []
  // Some turn out to be much like an earlier one, and are answered with it.
  const share = Math.ceil((count * spare) / Math.max(1, asked.length))
  const byCategory = asked.map((id) =>
    chooseFor(catalogue, model, { categoryId: id, skipped, reference: calibration.reference(), count: share }),
  )
  // The best of each category first, then the second best.
  for (let place = 0; place < share; place++) {
    for (const [i, chosen] of byCategory.entries()) {
      const question = chosen[place]
      if (question === undefined || questions.length === count || skipped.has(question.photoId)) continue
      const alike = findAlike(model, question.photoId, {
        background,
        among: unsureOf(catalogue, asked[i]!),
        except: skipped,
      })
      // Together with this one; they need not be asked about themselves.
      for (const photoId of [question.photoId, ...alike]) skipped.add(photoId)
      questions.push({ ...question, alikePhotoIds: [...alike] })
    }
  }
  return {
    questions,
    answerCount: categoryIds.reduce((sum, id) => sum + countAnswers(catalogue, id), 0),
    decidedCount: catalogue.photos.read.count() - unsureCount,
    unsureCount,
    hardlyHelps: categoryIds.length > 0 && categoryIds.every((id) => hardlyHelps(catalogue, id)),
  }
}

function ownCategories(catalogue: Catalogue): readonly number[] {
  return catalogue.store.category
    .list()
    .filter(({ key, hidden, isGroup }) => key === null && !hidden && !isGroup)
    .map(({ categoryId }) => categoryId)
    .filter((categoryId) => unsureOf(catalogue, categoryId).count() > 0)
}

function mostUnsure(catalogue: Catalogue, categoryIds: readonly number[]): readonly number[] {
  const counts = new Map(categoryIds.map((id) => [id, unsureOf(catalogue, id).count()]))
  return categoryIds.toSorted((a, b) => counts.get(b)! - counts.get(a)!).slice(0, mostCategories)
}

/** Photos on screen that it is unsure of and that were not answered about. A new set. */
function unsureOf({ tags, photos }: Catalogue, categoryId: number): PhotoSet {
  const unsure = createPhotoSet()
  addAsked(unsure, tags.of(categoryId))
  unsure.keepOnly(photos.visible)
  return unsure
}

function chooseFor(
  catalogue: Catalogue,
  model: ActiveModel,
  input: {
    readonly categoryId: number
    readonly skipped: PhotoSet
    readonly reference: ScoreReference
    readonly count: number
  },
): readonly Question[] {
  const { categoryId, skipped, reference, count } = input
  const { matrix } = model
  const judge = model.judges.get(categoryId)
  if (judge === undefined) return []
  const { photos, tags, store } = catalogue
  const { yes, no } = tags.of(categoryId)
  const photoIds = matrix.photoIds()
  const scores = scoreJudge(matrix, judge, findRivals(store, model.judges).get(categoryId))
  const cut = judge.cuts.sure
  const mayAsk = (row: number): boolean => {
    const photoId = photoIds[row]!
    return photos.visible.has(photoId) && !yes.has(photoId) && !no.has(photoId) && !skipped.has(photoId)
  }
  return chooseQuestions({
    scores,
    cut,
    mayAsk,
    embeddingOf: (row) => matrix.get(photoIds[row]!) ?? new Float32Array(matrix.dim),
    examples: gatherAnswers(catalogue, model, categoryId),
    reference,
    count,
  }).map(({ row }) => ({
    photoId: photoIds[row]!,
    categoryId,
    probability: probabilityOf(scores[row]!),
    alikePhotoIds: [],
  }))
}

function countAnswers({ tags, store }: Catalogue, categoryId: number): number {
  const { yes, no } = tags.of(categoryId)
  return yes.count() + no.count() + store.example.ofCategory(categoryId).length
}

/** Of the last questions, whether nearly all were answered as Winnow would have; a category without any yes has not begun. */
function hardlyHelps({ store, tags }: Catalogue, categoryId: number): boolean {
  if (tags.of(categoryId).yes.count() === 0) return false
  const last = store.decision.surprises(categoryId, lookBack)
  const together = Map.groupBy(last, ({ decidedAtMs }) => decidedAtMs)
  return answersHardlyHelp(
    last
      .filter(({ decidedAtMs }) => (together.get(decidedAtMs)?.length ?? 0) <= mostTogether)
      .map(({ verdict, marginBefore }) => ({ isYes: verdict === 'yes', guessedYes: marginBefore >= 0 }))
      .toReversed(),
  )
}
