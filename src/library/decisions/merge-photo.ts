import type { Catalogue } from '../catalogue/catalogue.ts'
import { replacePhotoInHistory } from '../history/replace-photo.ts'
import type { Decided } from '../store/decision.ts'

/**
 * Two rows are the same content: `toPhotoId` takes over all answers about `fromPhotoId`, which is about to be deleted. Of
 * answers that contradict each other the later one holds. In the caller's transaction.
 */
export function mergePhoto(
  { store, tags }: Pick<Catalogue, 'store' | 'tags'>,
  fromPhotoId: number,
  toPhotoId: number,
): void {
  const moved = store.decision.ofPhoto(fromPhotoId)
  tags.photoIsOld(toPhotoId)
  if (fromPhotoId === toPhotoId || moved.length === 0) return
  const kept = new Map(store.decision.ofPhoto(toPhotoId).map((answer) => [answer.categoryId, answer]))
  store.decision.repoint(fromPhotoId, toPhotoId)
  for (const answer of moved) {
    const { categoryId } = answer
    const later = laterOf(answer, kept.get(categoryId))
    // Rows are in the order of time but for those that were carried on from an older version of a photo.
    if (store.decision.latest(categoryId, toPhotoId)?.verdict === later.verdict) continue
    store.decision.append({ photoId: toPhotoId, categoryId, ...later, source: 'carried' })
  }
  replacePhotoInHistory(store, fromPhotoId, [toPhotoId])
}

function laterOf(moved: Decided, kept: Decided | undefined): Decided {
  const { verdict, decidedAtMs } = kept === undefined || moved.decidedAtMs > kept.decidedAtMs ? moved : kept
  return { verdict, decidedAtMs }
}
