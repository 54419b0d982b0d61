import type { Category } from '../../contract/categories.ts'
import { isHeading } from '../state/is-heading.ts'

/** Categories that have questions, the person's own first, then those with most to ask. */
export function categoriesToReview(categories: readonly Category[], exceptId: number | null): readonly Category[] {
  return categories
    .filter((category) => category.unsureCount > 0 && category.categoryId !== exceptId && !isHeading(category))
    .toSorted((a, b) => Number(b.origin === 'own') - Number(a.origin === 'own') || b.unsureCount - a.unsureCount)
}
