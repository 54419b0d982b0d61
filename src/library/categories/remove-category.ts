import { removedSentence, updatedSentence } from '../../core/history/sentences.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { withoutMember } from '../choices/without-member.ts'
import type { SingleChange } from '../history/change.ts'
import { performChange } from '../history/perform-change.ts'
import { existingCategory } from './category-view.ts'
import { differenceOf } from './prepare-category-update.ts'

/**
 * Removes a category of the person's own, undoably; a built-in one is hidden instead. A choice it was part of goes on without it, or is
 * taken apart when only one category is left.
 * @throws WinnowError `not-found`, and as `performChange` does
 */
export async function removeCategory(catalogue: Catalogue, categoryId: number, signal?: AbortSignal): Promise<void> {
  const row = existingCategory(catalogue, categoryId)
  const hiding = differenceOf(row, { hidden: true })
  if (row.key !== null && Object.keys(hiding.after).length === 0) return
  const going: SingleChange =
    row.key === null ? { kind: 'category-removed', categoryId } : { kind: 'category-updated', categoryId, ...hiding }
  const label = row.key === null ? removedSentence(row.name) : updatedSentence(row.name, hiding.after)
  const change = { kind: 'together' as const, changes: [...withoutMember(catalogue, row), going] }
  await performChange(catalogue, { label, change, source: 'person', eventSource: 'you' }, signal)
}
