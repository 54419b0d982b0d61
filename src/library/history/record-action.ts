import type { LibraryContext } from '../context.ts'
import type { CategoryEventRow } from '../store/category-event.ts'
import type { Change } from './change.ts'
import { recordEvents } from './record-events.ts'

/** Steps that can be undone. */
const mostActions = 200

/**
 * Remembers what the person did, as the next step of undo and in the history of the categories it is about; what was undone
 * before can't be redone any more. In the transaction that does it.
 * @param step `label` is a sentence in the past tense: "Said no to Dog for 3 photos"; `eventSource` says where it came from
 */
export function recordAction(
  context: Pick<LibraryContext, 'store' | 'surroundings' | 'events'>,
  step: {
    readonly label: string
    readonly change: Change
    readonly eventSource?: CategoryEventRow['source']
  },
): void {
  const { store, surroundings, events } = context
  const { label, change, eventSource = 'you' } = step
  store.action.clearUndone()
  store.action.insert(label, JSON.stringify(change), surroundings.clock.nowMs())
  store.action.keepLatest(mostActions)
  // What was done here speaks for itself; what comes from elsewhere or earlier needs its sentence.
  recordEvents(context, change, {
    direction: 'redo',
    source: eventSource,
    label: eventSource === 'you' ? null : label,
  })
  events.announce('history.changed', {})
}
