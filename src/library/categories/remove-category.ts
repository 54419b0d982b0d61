import { removedSentence } from '../../core/history/sentences.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { recordAction } from '../history/record-action.ts'
import { existingCategory } from './category-view.ts'
import { removeFromStore } from './remove-and-restore.ts'
import { updateCategory } from './update-category.ts'

/**
 * Removes a category of the person's own, undoably; a built-in one is hidden instead.
 * @throws WinnowError `not-found`
 */
export async function removeCategory(catalogue: Catalogue, categoryId: number): Promise<void> {
  const row = existingCategory(catalogue, categoryId)
  if (row.key !== null) {
    await updateCategory(catalogue, categoryId, { hidden: true })
    return
  }
  catalogue.store.transaction(() => {
    removeFromStore(catalogue, categoryId)
    recordAction(catalogue.context, {
      label: removedSentence(row.name),
      change: { kind: 'category-removed', categoryId },
    })
  })
}
