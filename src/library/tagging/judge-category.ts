import { WinnowError } from '../../contract/error.ts'
import { cutsFor } from '../../core/tagging/probability.ts'
import type { CategoryClassifier } from '../../core/tagging/category-classifier.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { StoredClassifier } from '../store/classifier.ts'
import { gatherAnswers } from '../teaching/gather-answers.ts'
import { learnCategory } from '../teaching/learn-category.ts'
import { readTaught, storedTeaching } from '../teaching/taught.ts'
import type { ActiveModel } from './active-model.ts'
import { createJudge } from './judges.ts'
import type { Judge } from './judges.ts'
import { basisOf, calibrationOf, makeClassifier, phrasesOf } from './make-classifier.ts'
import type { Calibration, CategoryWords, TeachableCategory } from './make-classifier.ts'
import { replacePredictions } from './replace-predictions.ts'
import { findRivals, membersOf, scoreJudge } from './rivals.ts'

/** What a judge is made from beside answers: the part that may have to wait for the worker. */
export interface PreparedJudge {
  readonly category: CategoryWords
  /** Null where there is no model to look with. */
  readonly made: {
    readonly model: ActiveModel
    readonly words: CategoryClassifier
    readonly calibration: Calibration
  } | null
  /** What stands for it in the text encoder. */
  readonly phrases: readonly string[]
}

/** @throws WinnowError as `TextDirections.get` does */
export async function prepareJudge(
  { model }: Pick<Catalogue, 'model'>,
  category: CategoryWords,
  signal?: AbortSignal,
): Promise<PreparedJudge> {
  const phrases = [...phrasesOf(category), ...category.notWords]
  if (model === null) return { category, made: null, phrases }
  const calibration = await calibrationOf(model)
  const words = await makeClassifier(category, model, calibration, signal)
  if (signal?.aborted === true) throw new WinnowError('cancelled', 'This was stopped.')
  return { category, made: { model, words, calibration }, phrases }
}

/** Learns from all answers there are, from scratch. Reads the database, so that it is right within a transaction. */
export function learnJudge(
  catalogue: Pick<Catalogue, 'store'>,
  model: ActiveModel,
  category: TeachableCategory & { readonly categoryId: number },
  { words, calibration }: { readonly words: CategoryClassifier; readonly calibration: Calibration },
): StoredClassifier {
  const { categoryId, useHints } = category
  const answers = gatherAnswers(catalogue, model, categoryId)
  const { libraryCount } = calibration
  const basis = basisOf(category, model, answers)
  const key = `${basis} ${libraryCount}`
  const taught = learnCategory(model, { words, answers, reference: calibration.reference(), useHints, key })
  return {
    ...(taught?.category.classifier ?? words),
    categoryId,
    basis,
    libraryCount,
    teaching: taught === null ? null : storedTeaching(taught),
  }
}

export function judgeOf(classifier: StoredClassifier, strictness: number): Judge {
  const { weights, bias, flat, teaching } = classifier
  return createJudge({ weights, bias, flat }, strictness, readTaught(classifier, teaching))
}

/**
 * Learns a category from its words and all answers, and stores its judge with what it thinks of every photo, in place of what
 * it thought before; the same for the other categories of its choice, whose photos it may win or lose. In the caller's transaction,
 * with no pause since `catalogue.feed.dropGone()`. Returns photos whose tags may be others now.
 */
export function storeJudge(
  catalogue: Catalogue,
  category: { readonly categoryId: number; readonly strictness: number; readonly useHints: boolean },
  { category: words, made, phrases }: PreparedJudge,
): ReadonlySet<number> {
  const { store, model } = catalogue
  const { categoryId, strictness, useHints } = category
  // Where Winnow has changed over to another model since, the category gets its judge when all are brought up to date.
  if (model === null || made?.model !== model) return new Set()
  const classifier = learnJudge(catalogue, model, { ...words, categoryId, useHints }, made)
  store.classifier.set(model.modelId, classifier)
  model.texts.keep(phrases)
  model.judges.set(categoryId, judgeOf(classifier, strictness))
  return judgeAgain(catalogue, membersOf(store, categoryId))
}

/** The same with a judge that stays and whose cuts moved. Nothing to do while the category has no judge yet. */
export function moveCuts(catalogue: Catalogue, categoryId: number, strictness: number): ReadonlySet<number> {
  const judge = catalogue.model?.judges.get(categoryId)
  if (judge === undefined) return new Set()
  catalogue.model?.judges.set(categoryId, { ...judge, cuts: cutsFor(strictness) })
  return judgeAgain(catalogue, [categoryId])
}

/**
 * A category that is gone judges no more. In the caller's transaction, which has marked it as removed. Returns photos whose
 * tags may be others now.
 */
export function dropJudge(catalogue: Catalogue, categoryId: number): ReadonlySet<number> {
  const { store, tags, model } = catalogue
  const rivals = store.category.get(categoryId)?.choiceId ?? null
  const touched = new Set(store.prediction.ofCategory(categoryId).map(([photoId]) => photoId))
  store.prediction.clearCategoryOfAll(categoryId)
  store.classifier.forgetJudged(categoryId)
  tags.categoryIsOld(categoryId)
  model?.judges.delete(categoryId)
  if (rivals === null) return touched
  const left = store.category.list().filter(({ choiceId }) => choiceId === rivals)
  for (const photoId of judgeAgain(
    catalogue,
    left.map((row) => row.categoryId),
  )) {
    touched.add(photoId)
  }
  return touched
}

/**
 * Has categories judge every photo again with the judges they have: after a choice was made, changed or taken apart, for all
 * that are or were part of it. In the caller's transaction, with no pause since `catalogue.feed.dropGone()`; `model.matrixReady` must
 * have been waited for. Returns photos whose tags may be others now.
 */
export function judgeAgain(catalogue: Catalogue, categoryIds: readonly number[]): ReadonlySet<number> {
  const { store, model } = catalogue
  const touched = new Set<number>()
  if (model === null) return touched
  const rivals = findRivals(store, model.judges)
  // The categories of a choice look at each other's scores.
  const known = new Map<object, Float32Array>()
  const scored: Parameters<typeof scoreJudge>[0] = {
    score(query) {
      const scores = known.get(query) ?? model.matrix.score(query)
      if (categoryIds.length > 1) known.set(query, scores)
      return scores
    },
  }
  for (const categoryId of categoryIds) {
    const judge = model.judges.get(categoryId)
    if (judge === undefined) continue
    const scores = scoreJudge(scored, judge, rivals.get(categoryId))
    for (const photoId of replacePredictions(catalogue, model, { categoryId, cuts: judge.cuts }, scores)) {
      touched.add(photoId)
    }
  }
  return touched
}
