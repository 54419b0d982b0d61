import type { LibraryContext } from '../context.ts'
import type { Change } from './change.ts'

/** Steps that can be undone. */
const mostActions = 200

/**
 * Remembers what the person did, as the next step of undo; what was undone before can't be redone any more. In the
 * transaction that does it.
 * @param label a sentence in the past tense: "Said no to Dog for 3 photos"
 */
export function recordAction(
  { store, surroundings, events }: Pick<LibraryContext, 'store' | 'surroundings' | 'events'>,
  { label, change }: { readonly label: string; readonly change: Change },
): void {
  store.action.clearUndone()
  store.action.insert(label, JSON.stringify(change), surroundings.clock.nowMs())
  store.action.keepLatest(mostActions)
  events.announce('history.changed', {})
}
