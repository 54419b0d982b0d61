import type { Narrowing, Place } from './view.ts'
import { useLibrary } from '../connection/library.tsx'
import { isHeading } from './is-heading.ts'
import { useView } from './view-store.ts'

/** The category that Y, N and U answer for: the place, or the only one the search is narrowed to. */
export function categoryOf(place: Place, narrowing: Pick<Narrowing, 'categoryIds'>): number | null {
  if (place.kind === 'category') return place.categoryId
  const [only, ...others] = narrowing.categoryIds
  return only !== undefined && others.length === 0 ? only : null
}

/** The same; null for a heading, which nothing can be answered for. */
export function useCurrentCategory(): number | null {
  const categoryId = useView((view) => categoryOf(view.place, view.narrowing))
  const { data } = useLibrary('categories.list', {})
  const category = data?.categories.find((candidate) => candidate.categoryId === categoryId)
  return category !== undefined && isHeading(category) ? null : categoryId
}
