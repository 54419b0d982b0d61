import type { Category } from '../../contract/categories.ts'

/**
 * Whether a category only holds others together ("Animals"): it shows what they show, and there is nothing to answer, to
 * teach or to export. Keys of built-in categories are `group/category`, those of the groups have no slash.
 */
export function isHeading(category: Pick<Category, 'key'>): boolean {
  return category.key !== null && !category.key.includes('/')
}
