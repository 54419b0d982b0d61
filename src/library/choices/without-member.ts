import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CategoryRow } from '../store/category.ts'
import type { SingleChange } from '../history/change.ts'
import { existingChoice, stateOf } from './choice-view.ts'

/** What becomes of a choice that loses a category: it goes on with the others, or, with only one left, is taken apart. */
export function withoutMember(
  catalogue: Pick<Catalogue, 'store'>,
  { categoryId, choiceId }: Pick<CategoryRow, 'categoryId' | 'choiceId'>,
): readonly SingleChange[] {
  if (choiceId === null) return []
  const before = stateOf(existingChoice(catalogue, choiceId))
  const categoryIds = before.categoryIds.filter((member) => member !== categoryId)
  const after = categoryIds.length < 2 ? null : { ...before, categoryIds }
  return [{ kind: 'choice-changed', choiceId, before, after }]
}
