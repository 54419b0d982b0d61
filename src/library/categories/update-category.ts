import type { Category } from '../../contract/categories.ts'
import { updatedSentence } from '../../core/history/sentences.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ChangedFields } from '../history/change.ts'
import { recordAction } from '../history/record-action.ts'
import { storeSafely } from '../tagging/store-safely.ts'
import { existingCategory, viewOne } from './category-view.ts'
import { differenceOf, prepareCategoryUpdate } from './prepare-category-update.ts'

/**
 * Changes the given fields of a category, as one step of undo.
 * @throws WinnowError as `prepareCategoryUpdate` does
 */
export async function updateCategory(
  catalogue: Catalogue,
  categoryId: number,
  fields: ChangedFields,
  signal?: AbortSignal,
): Promise<{ category: Category }> {
  const row = existingCategory(catalogue, categoryId)
  const difference = differenceOf(row, fields)
  if (Object.keys(difference.after).length > 0) {
    const apply = await prepareCategoryUpdate(catalogue, categoryId, difference.after, signal)
    storeSafely(catalogue, () => {
      apply()
      recordAction(catalogue.context, {
        label: updatedSentence(row.name, difference.after),
        change: { kind: 'category-updated', categoryId, ...difference },
      })
    })
  }
  await catalogue.upToDate()
  return { category: viewOne(catalogue, categoryId) }
}
