import type { LibraryContext } from '../context.ts'
import type { CategoryEventRow } from '../store/category-event.ts'
import type { Change } from './change.ts'
import { detailsByCategory } from './event-details.ts'
import type { Direction } from './prepare-change.ts'

/**
 * Writes a change into the history of each category it is about; answers that were stored since the step before are part of it.
 * In the transaction that stores them.
 * @param label a sentence, where the change does not speak for itself
 */
export function recordEvents(
  { store, surroundings }: Pick<LibraryContext, 'store' | 'surroundings'>,
  change: Change,
  { direction, source, label }: { readonly direction: Direction } & Pick<CategoryEventRow, 'source' | 'label'>,
): void {
  const atMs = surroundings.clock.nowMs()
  store.categoryEvent.appendStep(
    [...detailsByCategory(change, direction)]
      // An action may be about a category that never was: ids are checked by whoever makes the change.
      .filter(([categoryId]) => store.category.get(categoryId) !== null)
      .map(([categoryId, details]) => ({ categoryId, atMs, source, label, details: JSON.stringify(details) })),
  )
}
