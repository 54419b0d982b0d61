import type { Verdict } from '../../contract/primitives.ts'
import { decisionSentence } from '../../core/history/sentences.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { existingCategory } from '../categories/category-view.ts'
import { answerPhotos } from './answer-photos.ts'

/**
 * The person's answer about a category for some photos, as one step of undo; the category learns from it at once. Photos that had
 * this answer already are left alone. Returns how many got a new one.
 * @throws WinnowError as `answerPhotos` does
 */
export async function decidePhotos(
  catalogue: Catalogue,
  answer: { readonly photoIds: readonly number[]; readonly categoryId: number; readonly verdict: Verdict },
): Promise<{ changed: number }> {
  const { name } = existingCategory(catalogue, answer.categoryId)
  const [changed = 0] = await answerPhotos(catalogue, [answer], ([count = 0]) =>
    decisionSentence(answer.verdict, name, count),
  )
  return { changed }
}
