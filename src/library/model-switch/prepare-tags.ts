import { cutsFor } from '../../core/tagging/probability.ts'
import { breathe } from '../catalogue/breathe.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import { judgeAgain, judgeOf } from '../tagging/judge-category.ts'
import { learnBackground } from '../tagging/learn-background.ts'
import { fewAtMost, refreshClassifiers } from '../tagging/refresh-classifiers.ts'
import { beginRejudging, isRejudging, rejudge } from '../tagging/rejudge.ts'
import { storeSafely } from '../tagging/store-safely.ts'
import { judgedAs, keepJudgedAs } from './judged-as.ts'

/**
 * Brings judges and predictions of a model that does not serve up to what the person has said and chosen until now. Where nothing has
 * changed since it served, that takes milliseconds. Can be stopped anywhere and goes on where it was.
 * @param behind the catalogue as it looks to this model
 * @param onSlice told how many photos are judged so far, and waited for
 * @throws WinnowError as `refreshClassifiers` does
 */
export async function prepareTags(
  behind: Catalogue,
  model: ActiveModel,
  signal: AbortSignal,
  onSlice?: (judgedCount: number) => Promise<void>,
): Promise<void> {
  const { store } = behind
  const asOfNow = judgedAs(store)
  bringJudges(behind, model)
  await learnBackground(behind.context, model, signal)
  await refreshClassifiers(behind, model, signal)
  if (!isRejudging(store, model.modelId)) {
    const before = store.classifier.judgedAs(model.modelId)
    const stale = [...asOfNow].flatMap(([categoryId, value]) => (before.get(categoryId) === value ? [] : [categoryId]))
    if (stale.length > fewAtMost) beginRejudging(store, model.modelId)
    else {
      for (const categoryId of stale) {
        await behind.changing(() => storeSafely(behind, () => judgeAgain(behind, [categoryId])))
        await breathe(signal)
      }
    }
  }
  await rejudge(behind, model, signal, onSlice)
  store.transaction(() => keepJudgedAs(store, model.modelId, asOfNow))
}

/** Its judges in memory as the categories are now: cuts by their strictness, without those of removed ones. */
function bringJudges({ store }: Catalogue, model: ActiveModel): void {
  const rows = new Map(store.category.list().map((row) => [row.categoryId, row]))
  for (const [categoryId, judge] of model.judges) {
    const row = rows.get(categoryId)
    if (row === undefined) model.judges.delete(categoryId)
    else model.judges.set(categoryId, { ...judge, cuts: cutsFor(row.strictness) })
  }
  const missing = [...rows.keys()].some((categoryId) => !model.judges.has(categoryId))
  if (!missing) return
  for (const classifier of store.classifier.list(model.modelId)) {
    const row = rows.get(classifier.categoryId)
    if (row === undefined || model.judges.has(row.categoryId)) continue
    model.judges.set(row.categoryId, judgeOf(classifier, row.strictness))
  }
}
