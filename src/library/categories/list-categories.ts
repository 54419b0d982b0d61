import type { Category } from '../../contract/categories.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { countLibrary } from './category-counts.ts'
import { viewCategory } from './category-view.ts'

/** All categories with their counts: the person's own in their order, then the built-in ones in the vocabulary's. */
export async function listCategories(
  catalogue: Catalogue,
  { includeHidden = false }: { readonly includeHidden?: boolean | undefined },
): Promise<{ categories: Category[]; unsureCount: number; untaggedCount: number; photoCount: number }> {
  await catalogue.upToDate()
  const counts = countLibrary(catalogue)
  const { unsureCount, untaggedCount, photoCount } = counts
  return {
    categories: catalogue.store.category
      .list()
      .filter((row) => includeHidden || !row.hidden)
      .map((row) => viewCategory(row, counts, catalogue)),
    unsureCount,
    untaggedCount,
    photoCount,
  }
}
