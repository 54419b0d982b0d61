import { combineWords } from '../../core/clip/combine-words.ts'
import { highestMiddle } from '../../core/tagging/highest-middle.ts'
import { typicalSpread } from '../../core/tagging/typical-spread.ts'
import { breathe } from '../catalogue/breathe.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CategoryRow } from '../store/category.ts'
import type { StoredClassifier } from '../store/classifier.ts'
import { gatherAnswers } from '../teaching/gather-answers.ts'
import type { ActiveModel } from './active-model.ts'
import { judgeAgain, judgeOf, learnJudge } from './judge-category.ts'
import { basisOf, calibrationOf, makeClassifier, phrasesOf } from './make-classifier.ts'
import { beginRejudging } from './rejudge.ts'
import { membersOf } from './rivals.ts'
import { storeSafely } from './store-safely.ts'

/** About 10 ms. */
const storedAtOnce = 100
/** So few judge the library at once, each in some tens of milliseconds; for more, all judge it photo by photo. */
export const fewAtMost = 24

/**
 * Makes the judges of all categories that have none, whose words, prompts, background or answers changed, or that were
 * calibrated on a much smaller library. Where they are many, marks all photos to be judged again (`rejudge` does it). Works in
 * slices and can be stopped between any two; nothing is stored before all are made, so that tags change once. Nothing is stored
 * either where the catalogue has changed over to another model meanwhile.
 * @throws WinnowError as `TextDirections.get` does
 */
export async function refreshClassifiers(
  catalogue: Catalogue,
  model: ActiveModel,
  signal?: AbortSignal,
): Promise<void> {
  const { store } = catalogue
  if (model.typicalSpread() === null) await findTypicalScores(store.category.list(), model, signal)
  const calibration = await calibrationOf(model)
  const stored = new Map(store.classifier.origins(model.modelId).map((one) => [one.categoryId, one]))
  const made: StoredClassifier[] = []
  for (const category of store.category.list()) {
    if (category.isGroup) continue
    const { categoryId } = category
    const before = stored.get(categoryId)
    const isUpToDate = before?.basis === basisNow(catalogue, model, category)
    if (isUpToDate && before.libraryCount >= calibration.libraryCount) continue
    const words = await makeClassifier(category, model, calibration, signal)
    made.push(learnJudge(catalogue, model, category, { words, calibration }))
    await breathe(signal)
  }
  if (made.length <= fewAtMost) {
    for (const classifier of made) {
      await catalogue.changing(() => {
        if (catalogue.model === model) storeAndJudge(catalogue, model, classifier)
      })
      await breathe(signal)
    }
    return
  }
  // Each part marks all photos to be judged again, so that a stop between two of them loses nothing.
  for (let at = 0; at < made.length; at += storedAtOnce) {
    await catalogue.changing(() => {
      if (catalogue.model === model) storeMade(catalogue, model, made.slice(at, at + storedAtOnce))
    })
    await breathe(signal)
  }
}

async function findTypicalScores(
  categories: readonly CategoryRow[],
  model: ActiveModel,
  signal: AbortSignal | undefined,
): Promise<void> {
  const directions: Float32Array[] = []
  for (const category of categories) {
    if (category.key === null || category.isGroup) continue
    const words = await model.texts.get(phrasesOf(category), signal)
    directions.push(combineWords(words, await model.texts.get(category.notWords, signal)))
    await breathe(signal)
  }
  if (directions.length === 0) return
  const background = await model.data.background()
  model.setHighestMiddle(highestMiddle(directions, background))
  model.setTypicalSpread(typicalSpread(directions, background))
}

/** Changed or removed while it was being made, or the others were: then its own use case has seen to its judge. */
function storeOne(catalogue: Catalogue, model: ActiveModel, classifier: StoredClassifier): boolean {
  const { store } = catalogue
  const category = store.category.list().find(({ categoryId }) => categoryId === classifier.categoryId)
  if (category === undefined || basisNow(catalogue, model, category) !== classifier.basis) return false
  store.classifier.set(model.modelId, classifier)
  model.texts.keep([...phrasesOf(category), ...category.notWords])
  model.judges.set(classifier.categoryId, judgeOf(classifier, category.strictness))
  return true
}

function storeMade(catalogue: Catalogue, model: ActiveModel, made: readonly StoredClassifier[]): void {
  const { store, tags } = catalogue
  storeSafely(catalogue, () => {
    for (const classifier of made) {
      if (storeOne(catalogue, model, classifier)) tags.categoryIsOld(classifier.categoryId)
    }
    beginRejudging(store, model.modelId)
  })
}

function storeAndJudge(catalogue: Catalogue, model: ActiveModel, classifier: StoredClassifier): void {
  const { store, context } = catalogue
  const touched = storeSafely(catalogue, () =>
    storeOne(catalogue, model, classifier)
      ? judgeAgain(catalogue, membersOf(store, classifier.categoryId))
      : new Set<number>(),
  )
  context.events.photosChanged(touched)
  context.events.announce('categories.changed', {})
}

function basisNow(catalogue: Catalogue, model: ActiveModel, category: CategoryRow): string {
  return basisOf(category, model, gatherAnswers(catalogue, model, category.categoryId))
}
