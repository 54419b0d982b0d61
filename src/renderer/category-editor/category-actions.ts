import type { Category } from '../../contract/categories.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { useView } from '../state/view-store.ts'

type CategoryRef = Pick<Category, 'categoryId' | 'name'>

export async function renameCategory(category: CategoryRef, name: string): Promise<void> {
  const trimmed = name.trim()
  if (trimmed === '' || trimmed === category.name) return
  await attempt(
    library['categories.update']({ categoryId: category.categoryId, name: trimmed }),
    () => `Renamed ${category.name} to ${trimmed}`,
  )
}

export async function recolourCategory(category: CategoryRef, colour: string): Promise<void> {
  await attempt(library['categories.update']({ categoryId: category.categoryId, colour }))
}

/** Takes it out of sight, or brings it back. What was answered for it stays. */
export async function hideCategory(category: CategoryRef, hidden: boolean): Promise<void> {
  const done = await attempt(library['categories.update']({ categoryId: category.categoryId, hidden }), () =>
    hidden ? `Hid ${category.name}. Settings lists what is hidden.` : `${category.name} is shown again`,
  )
  if (done !== undefined && hidden) leave(category.categoryId)
}

export async function removeCategory(category: CategoryRef): Promise<void> {
  const done = await attempt(
    library['categories.remove']({ categoryId: category.categoryId }),
    () => `Deleted ${category.name}`,
  )
  if (done !== undefined) leave(category.categoryId)
}

/** Puts one of the person's categories at a place among them, from 0. */
export async function moveCategory(category: CategoryRef, position: number): Promise<void> {
  await attempt(library['categories.update']({ categoryId: category.categoryId, position }))
}

function leave(categoryId: number): void {
  const { place, editing, edit, go } = useView.getState()
  if (place.kind === 'category' && place.categoryId === categoryId) go({ kind: 'all' })
  else if (editing === categoryId) edit(null)
}
