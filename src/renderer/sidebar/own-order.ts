import type { Category } from '../../contract/categories.ts'

/** The positions above and below a category among those with its parent; null at the ends. */
export function neighbours(
  categories: readonly Category[],
  category: Category,
): { readonly above: number | null; readonly below: number | null } {
  const siblings = categories
    .filter(({ origin, parentId }) => origin === 'own' && parentId === category.parentId)
    .sort((a, b) => a.position - b.position)
  const index = siblings.findIndex(({ categoryId }) => categoryId === category.categoryId)
  return { above: siblings[index - 1]?.position ?? null, below: siblings[index + 1]?.position ?? null }
}

/** The same categories with one of the person's own at another position among them, from 0; the others close up. */
export function moveWithin(categories: readonly Category[], categoryId: number, position: number): readonly Category[] {
  const own = categories.filter(({ origin }) => origin === 'own').sort((a, b) => a.position - b.position)
  const moved = own.find((category) => category.categoryId === categoryId)
  if (moved === undefined) return categories
  const order = own.filter((category) => category !== moved).toSpliced(position, 0, moved)
  const positionOf = new Map(order.map((category, index) => [category.categoryId, index]))
  return categories.map((category) => ({
    ...category,
    position: positionOf.get(category.categoryId) ?? category.position,
  }))
}
