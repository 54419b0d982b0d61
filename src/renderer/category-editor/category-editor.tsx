import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { useCommands } from '../state/commands.ts'
import { useView } from '../state/view-store.ts'
import { EditCategory } from './edit-category.tsx'
import { MakeCategory } from './make-category.tsx'

const nothing: readonly never[] = []

/** In place of the gallery: makes a new category, or changes one that is there. */
export function CategoryEditor({ target }: { readonly target: number | 'new' }): ReactNode {
  const categories = useLibrary('categories.list', { includeHidden: true }).data?.categories ?? nothing
  const edit = useView((view) => view.edit)
  useCommands({ escape: { run: () => edit(null) } })
  if (target === 'new') return <MakeCategory categories={categories} />
  const category = categories.find(({ categoryId }) => categoryId === target)
  return category === undefined ? null : (
    <EditCategory key={category.categoryId} category={category} categories={categories} />
  )
}
