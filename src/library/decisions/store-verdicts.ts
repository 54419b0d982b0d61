import type { Verdict } from '../../contract/primitives.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { DecisionSource } from '../store/decision.ts'

/** Beyond this, reading the whole category again is quicker than photo by photo. */
const singlesAtMost = 500

/** Appends one answer for each of these photos. Photos that are gone are left out. In the caller's transaction. */
export function storeVerdicts(
  { store, tags, context }: Pick<Catalogue, 'store' | 'tags' | 'context'>,
  answer: {
    readonly categoryId: number
    readonly verdict: Verdict
    readonly photoIds: readonly number[]
    readonly source: DecisionSource
  },
): void {
  const { categoryId, verdict, photoIds, source } = answer
  const decidedAtMs = context.surroundings.clock.nowMs()
  for (const photoId of photoIds) {
    if (!store.photoColumns.exists(photoId)) continue
    store.decision.append({ photoId, categoryId, verdict, decidedAtMs, source })
    if (photoIds.length <= singlesAtMost) tags.photoIsOld(photoId)
  }
  if (photoIds.length > singlesAtMost) tags.categoryIsOld(categoryId)
  context.events.photosChanged(photoIds)
  context.events.announce('categories.changed', {})
}
