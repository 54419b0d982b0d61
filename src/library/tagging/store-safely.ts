import type { Catalogue } from '../catalogue/catalogue.ts'

/**
 * One transaction in which judges may change. Photos that are gone are dropped first, so that nothing is thought of them; where the
 * transaction fails, the judges in memory are those from before, like the predictions on disk.
 */
export function storeSafely<T>({ store, model, feed }: Pick<Catalogue, 'store' | 'model' | 'feed'>, work: () => T): T {
  feed.dropGone()
  const before = [...(model?.judges ?? [])]
  try {
    return store.transaction(work)
  } catch (error) {
    model?.judges.clear()
    for (const [categoryId, judge] of before) model?.judges.set(categoryId, judge)
    throw error
  }
}
