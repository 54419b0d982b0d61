import type { Category } from '../../contract/categories.ts'
import { foldWords } from '../../core/search/fold-text.ts'

/**
 * Categories that fit what is typed, best first: names that begin with it, names with a word that does, names that hold
 * it, then synonyms; the person's own before built-in ones. Accents and case don't matter. Nothing typed: all of them.
 */
export function matchCategories(categories: readonly Category[], typed: string): readonly Category[] {
  const wanted = foldWords(typed).join(' ')
  if (wanted === '') return categories
  return categories
    .map((category) => ({ category, rank: rankOf(category, wanted) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || byOrigin(a.category, b.category))
    .map(({ category }) => category)
}

/** Whether a category is called exactly this, whatever case and accents. */
export function isNamed(category: Pick<Category, 'name'>, typed: string): boolean {
  return foldWords(category.name).join(' ') === foldWords(typed).join(' ')
}

function rankOf(category: Category, wanted: string): number | null {
  const name = foldWords(category.name).join(' ')
  if (name.startsWith(wanted)) return 0
  if (` ${name}`.includes(` ${wanted}`)) return 1
  if (name.includes(wanted)) return 2
  return category.synonyms.some((synonym) => ` ${foldWords(synonym).join(' ')}`.includes(` ${wanted}`)) ? 3 : null
}

function byOrigin(a: Category, b: Category): number {
  return Number(a.origin === 'built-in') - Number(b.origin === 'built-in') || a.name.localeCompare(b.name)
}
