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
    /** How far above the cut Winnow's score was, in log-odds, by photo; where that is known. */
    readonly marginsBefore?: ReadonlyMap<number, number>
  },
): void {
  const { categoryId, verdict, photoIds, source, marginsBefore } = answer
  const decidedAtMs = context.surroundings.clock.nowMs()
  for (const photoId of photoIds) {
    if (!store.photoColumns.exists(photoId)) continue
    const marginBefore = marginsBefore?.get(photoId) ?? null
    store.decision.append({ photoId, categoryId, verdict, decidedAtMs, source, marginBefore })
    if (photoIds.length <= singlesAtMost) tags.photoIsOld(photoId)
  }
  if (photoIds.length > singlesAtMost) tags.categoryIsOld(categoryId)
  context.events.photosChanged(photoIds)
  context.events.announce('categories.changed', {})
}
