import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { EditCategory } from './edit-category.tsx'
import { MakeCategory } from './make-category.tsx'

const nothing: readonly never[] = []

/** In place of the gallery: makes a new category, or changes one that is there. */
export function CategoryEditor({ target }: { readonly target: number | 'new' }): ReactNode {
  const categories = useLibrary('categories.list', { includeHidden: true }).data?.categories ?? nothing
  if (target === 'new') return <MakeCategory categories={categories} />
  const category = categories.find(({ categoryId }) => categoryId === target)
  return category === undefined ? null : (
    <EditCategory key={category.categoryId} category={category} categories={categories} />
  )
}
