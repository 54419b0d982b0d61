import { WinnowError } from '../../contract/error.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { existingCategory } from '../categories/category-view.ts'
import { existingChoice } from './choice-view.ts'

/**
 * The categories of a choice, each once, in the order given.
 * @param choiceId the choice that is being changed; null for a new one
 * @throws WinnowError `not-found`; `invalid-input` for a heading, a hidden category, one that belongs to another choice, or fewer than two
 */
export function checkMembers(
  catalogue: Catalogue,
  categoryIds: readonly number[],
  choiceId: number | null,
): readonly number[] {
  const members = [...new Set(categoryIds)]
  if (members.length < 2) throw new WinnowError('invalid-input', 'A choice needs at least two categories.')
  for (const categoryId of members) {
    const row = existingCategory(catalogue, categoryId)
    if (row.isGroup) {
      throw new WinnowError(
        'invalid-input',
        `${row.name} only gathers other categories, so it can’t be chosen. Take those instead.`,
        { categoryId },
      )
    }
    if (row.hidden && (choiceId === null || row.choiceId !== choiceId)) {
      throw new WinnowError('invalid-input', `${row.name} is hidden. Show it again before you put it into a choice.`, {
        categoryId,
      })
    }
    if (row.choiceId !== null && row.choiceId !== choiceId) {
      const other = existingChoice(catalogue, row.choiceId)
      throw new WinnowError(
        'invalid-input',
        `${row.name} is part of the choice ${other.name} already. Take it out there first: a category is part of one choice only.`,
        { categoryId, choiceId: other.choiceId },
      )
    }
  }
  return members
}
