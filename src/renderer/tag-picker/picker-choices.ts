import type { z } from 'zod'
import type { Category } from '../../contract/categories.ts'
import type { photoMethods } from '../../contract/photos.ts'
import { isNamed, matchCategories } from './match-categories.ts'

type TagCount = z.infer<(typeof photoMethods)['photos.tagCounts']['output']>['counts'][number]

export type TagChoice =
  | {
      readonly kind: 'category'
      readonly category: Category
      /** Whether the photos carry it. */
      readonly on: 'all' | 'some' | 'none'
      readonly taggedCount: number
    }
  | { readonly kind: 'new'; readonly name: string }

const mostChoices = 60

/**
 * What the picker offers: with words typed, what fits them best first and, where none is called so, a new one; with none,
 * what the photos carry, then the person's own, then what is used most.
 */
export function pickerChoices(
  categories: readonly Category[],
  counts: readonly TagCount[],
  photoCount: number,
  typed: string,
): readonly TagChoice[] {
  const taggedOf = new Map(counts.map(({ categoryId, tagged }) => [categoryId, tagged]))
  const groups = new Set(categories.map(({ parentId }) => parentId))
  // A built-in heading ("Animals") only gathers; nothing is tagged with it itself.
  const taggable = categories.filter(
    ({ origin, parentId, categoryId }) => origin === 'own' || parentId !== null || !groups.has(categoryId),
  )
  const name = typed.trim()
  const matching =
    name === ''
      ? taggable.toSorted(
          (a, b) =>
            (taggedOf.get(b.categoryId) ?? 0) - (taggedOf.get(a.categoryId) ?? 0) ||
            Number(b.origin === 'own') - Number(a.origin === 'own') ||
            b.shownCount - a.shownCount,
        )
      : matchCategories(taggable, name)
  const offered = matching.slice(0, mostChoices).map((category): TagChoice => {
    const taggedCount = taggedOf.get(category.categoryId) ?? 0
    const on = taggedCount === 0 ? 'none' : taggedCount === photoCount ? 'all' : 'some'
    return { kind: 'category', category, on, taggedCount }
  })
  const makesNew = name !== '' && !categories.some((category) => isNamed(category, name))
  return makesNew ? [...offered, { kind: 'new', name }] : offered
}
