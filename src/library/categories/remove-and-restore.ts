import { WinnowError } from '../../contract/error.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { dropJudge, prepareJudge, storeJudge } from '../tagging/judge-category.ts'
import { findMakingRoom } from './refuse-same-name.ts'

/** Takes a category out of sight; its words and decisions stay, for undo. In the caller's transaction. */
export function removeFromStore(catalogue: Catalogue, categoryId: number): void {
  const { store, context } = catalogue
  store.category.setRemoved(categoryId, context.surroundings.clock.nowMs())
  context.events.photosChanged(dropJudge(catalogue, categoryId))
  context.events.announce('categories.changed', {})
}

/**
 * Gathers what bringing a removed category back needs; what it returns does it, in the caller's transaction.
 * @throws WinnowError `not-found`, `already-exists` when its name was given to another, and as `TextDirections.get` does
 */
export async function prepareRestore(catalogue: Catalogue, categoryId: number): Promise<() => void> {
  const { store, context } = catalogue
  const row = store.category.get(categoryId)
  if (row === null) throw new WinnowError('not-found', 'This category is not there any more.')
  findMakingRoom(catalogue, row.name)
  const prepared = await prepareJudge(catalogue, row)
  return () => {
    store.category.setRemoved(categoryId, null)
    context.events.photosChanged(storeJudge(catalogue, row, prepared))
    context.events.announce('categories.changed', {})
  }
}
