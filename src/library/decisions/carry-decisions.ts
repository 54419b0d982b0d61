import type { Catalogue } from '../catalogue/catalogue.ts'
import { replacePhotoInHistory } from '../history/replace-photo.ts'

/**
 * An edit in place gave a file new content: the person's answers about the old photo hold for the new one. Where that is
 * known and has an answer of its own, the later one holds. In the caller's transaction.
 */
export function carryDecisions(
  { store, tags }: Pick<Catalogue, 'store' | 'tags'>,
  fromPhotoId: number,
  toPhotoId: number,
): void {
  const answers = store.decision.ofPhoto(fromPhotoId)
  if (fromPhotoId === toPhotoId || answers.length === 0) return
  for (const { categoryId, verdict, decidedAtMs } of answers) {
    const own = store.decision.latest(categoryId, toPhotoId)
    if (own === null ? verdict === 'undecided' : own.decidedAtMs >= decidedAtMs) continue
    store.decision.append({ photoId: toPhotoId, categoryId, verdict, decidedAtMs, source: 'carried' })
  }
  replacePhotoInHistory(store, fromPhotoId, [fromPhotoId, toPhotoId])
  tags.photoIsOld(toPhotoId)
}
