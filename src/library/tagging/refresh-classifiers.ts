import { combineWords } from '../../core/clip/combine-words.ts'
import { typicalSpread } from '../../core/tagging/typical-spread.ts'
import { breathe } from '../catalogue/breathe.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CategoryRow } from '../store/category.ts'
import type { StoredClassifier } from '../store/classifier.ts'
import type { ActiveModel } from './active-model.ts'
import { createJudge } from './judges.ts'
import { basisOf, calibrationOf, makeClassifier, phrasesOf } from './make-classifier.ts'
import { beginRejudging } from './rejudge.ts'

/** About 10 ms. */
const storedAtOnce = 100

/**
 * Makes the judges of all categories that have none, whose words, prompts or background changed, or that were calibrated on
 * a much smaller library, and marks all photos to be judged again (`rejudge` does it). Works in slices and can be stopped
 * between any two; nothing is stored before all are made,
 * so that tags change once.
 * @throws WinnowError as `TextDirections.get` does
 */
export async function refreshClassifiers(
  catalogue: Catalogue,
  model: ActiveModel,
  signal?: AbortSignal,
): Promise<void> {
  const { store } = catalogue
  if (model.typicalSpread() === null) await findTypicalSpread(store.category.list(), model, signal)
  const calibration = await calibrationOf(model)
  const stored = new Map(store.classifier.origins(model.modelId).map((one) => [one.categoryId, one]))
  const made: StoredClassifier[] = []
  for (const category of store.category.list()) {
    if (category.isGroup) continue
    const { categoryId } = category
    const { libraryCount } = calibration
    const basis = basisOf(category, model)
    const before = stored.get(categoryId)
    if (before?.basis === basis && before.libraryCount >= libraryCount) continue
    made.push({ ...(await makeClassifier(category, model, calibration, signal)), categoryId, basis, libraryCount })
    await breathe(signal)
  }
  // Each part marks all photos to be judged again, so that a stop between two of them loses nothing.
  for (let at = 0; at < made.length; at += storedAtOnce) {
    await catalogue.changing(() => storeMade(catalogue, model, made.slice(at, at + storedAtOnce)))
    await breathe(signal)
  }
}

async function findTypicalSpread(
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
  if (directions.length > 0) model.setTypicalSpread(typicalSpread(directions, await model.data.background()))
}

function storeMade({ store, tags }: Catalogue, model: ActiveModel, made: readonly StoredClassifier[]): void {
  const categories = new Map(store.category.list().map((category) => [category.categoryId, category]))
  store.transaction(() => {
    for (const classifier of made) {
      const category = categories.get(classifier.categoryId)
      // Changed or removed while the others were being made: then its own use case has seen to its judge.
      if (category === undefined || basisOf(category, model) !== classifier.basis) continue
      store.classifier.set(model.modelId, classifier)
      model.texts.keep([...phrasesOf(category), ...category.notWords])
      model.judges.set(classifier.categoryId, createJudge(classifier, category.strictness))
      tags.categoryIsOld(classifier.categoryId)
    }
    beginRejudging(store)
  })
}
