import type { Narrowing, Place } from './view.ts'
import { useView } from './view-store.ts'

/** The category that Y, N and U answer for: the place, or the only one the search is narrowed to. */
export function categoryOf(place: Place, narrowing: Pick<Narrowing, 'categoryIds'>): number | null {
  if (place.kind === 'category') return place.categoryId
  const [only, ...others] = narrowing.categoryIds
  return only !== undefined && others.length === 0 ? only : null
}

export function useCurrentCategory(): number | null {
  return useView((view) => categoryOf(view.place, view.narrowing))
}
