import type { Catalogue } from '../catalogue/catalogue.ts'
import { judgeOf } from '../tagging/judge-category.ts'
import { beginRejudging } from '../tagging/rejudge.ts'
import { findMakingRoom, foldedName } from './refuse-same-name.ts'

/** Judging one category is tens of milliseconds in a large library: more at once are judged in the background. */
export const mostJudgedAtOnce = 20

/**
 * Brings many removed categories back with the judges they had, and marks all photos to be judged again; the tagger's `settle` does
 * that, and makes the judges that are missing. In the caller's transaction.
 * @throws WinnowError `already-exists` when a name was given to another
 */
export function bringBackMany(catalogue: Catalogue, categoryIds: ReadonlySet<number>): void {
  const { store, model, tags, context } = catalogue
  const taken = new Set(store.category.list().map(({ name }) => foldedName(name)))
  const classifiers = new Map(
    model === null ? [] : store.classifier.list(model.modelId).map((one) => [one.categoryId, one]),
  )
  for (const categoryId of categoryIds) {
    const row = store.category.get(categoryId)
    if (row === null) continue
    if (taken.has(foldedName(row.name))) findMakingRoom(catalogue, row.name)
    store.category.setRemoved(categoryId, null)
    const classifier = classifiers.get(categoryId)
    if (classifier !== undefined) model?.judges.set(categoryId, judgeOf(classifier, row.strictness))
    tags.categoryIsOld(categoryId)
  }
  if (model !== null) beginRejudging(store, model.modelId)
  context.events.announce('categories.changed', {})
}
