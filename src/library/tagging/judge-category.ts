import { WinnowError } from '../../contract/error.ts'
import { cutsFor } from '../../core/tagging/probability.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { StoredClassifier } from '../store/classifier.ts'
import { createJudge, judgeLibrary } from './judges.ts'
import type { Judge } from './judges.ts'
import { basisOf, calibrationOf, makeClassifier, phrasesOf } from './make-classifier.ts'
import type { CategoryWords } from './make-classifier.ts'

/** A judge that is ready to be stored with what it thinks of the whole library. */
export interface PreparedJudge {
  /** Null where there is no model to look with. */
  readonly classifier: Omit<StoredClassifier, 'categoryId'> | null
  /** What stands for it in the text encoder. */
  readonly phrases: readonly string[]
}

/**
 * From words to a judge: the part that may wait for the worker.
 * @throws WinnowError as `TextDirections.get` does
 */
export async function prepareJudge(
  { model }: Catalogue,
  category: CategoryWords,
  signal?: AbortSignal,
): Promise<PreparedJudge> {
  const phrases = [...phrasesOf(category), ...category.notWords]
  if (model === null) return { classifier: null, phrases }
  const calibration = await calibrationOf(model)
  const made = await makeClassifier(category, model, calibration, signal)
  if (signal?.aborted === true) throw new WinnowError('cancelled', 'This was stopped.')
  return {
    classifier: { ...made, basis: basisOf(category, model), libraryCount: calibration.libraryCount },
    phrases,
  }
}

/**
 * Stores a judge and what it thinks of every photo, in place of what the category thought before. In the caller's
 * transaction, with no pause since `catalogue.feed.dropGone()`. Returns photos whose tags may be others now.
 */
export function storeJudge(
  catalogue: Catalogue,
  category: { readonly categoryId: number; readonly strictness: number },
  prepared: PreparedJudge,
): ReadonlySet<number> {
  const { store, model } = catalogue
  const { categoryId, strictness } = category
  if (model === null || prepared.classifier === null) return new Set()
  store.classifier.set(model.modelId, { ...prepared.classifier, categoryId })
  model.texts.keep(prepared.phrases)
  return judgeAgain(catalogue, categoryId, createJudge(prepared.classifier, strictness))
}

/** The same with a judge whose words stay and whose cuts moved. Nothing to do while the category has no judge yet. */
export function moveCuts(catalogue: Catalogue, categoryId: number, strictness: number): ReadonlySet<number> {
  const judge = catalogue.model?.judges.get(categoryId)
  return judge === undefined ? new Set() : judgeAgain(catalogue, categoryId, { ...judge, cuts: cutsFor(strictness) })
}

/** A category that is gone judges no more. In the caller's transaction. Returns photos whose tags may be others now. */
export function dropJudge({ store, tags, model }: Catalogue, categoryId: number): ReadonlySet<number> {
  const touched = predictedIn(store, categoryId)
  store.prediction.clearCategory(categoryId)
  tags.categoryIsOld(categoryId)
  model?.judges.delete(categoryId)
  return touched
}

function judgeAgain({ store, tags, model }: Catalogue, categoryId: number, judge: Judge): ReadonlySet<number> {
  const touched = predictedIn(store, categoryId)
  store.prediction.clearCategory(categoryId)
  tags.categoryIsOld(categoryId)
  if (model === null) return touched
  for (const judgement of judgeLibrary(model.matrix, judge)) {
    store.prediction.insert(categoryId, judgement.photoId, judgement)
    touched.add(judgement.photoId)
  }
  model.judges.set(categoryId, judge)
  return touched
}

function predictedIn({ prediction }: Catalogue['store'], categoryId: number): Set<number> {
  return new Set([...prediction.photosOf(categoryId, 'sure'), ...prediction.photosOf(categoryId, 'unsure')])
}
