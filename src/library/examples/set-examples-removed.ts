import type { Catalogue } from '../catalogue/catalogue.ts'

/** Takes examples from outside away, or brings them back; they are kept for undo. In the caller's transaction. */
export function setExamplesRemoved(
  { store, context }: Pick<Catalogue, 'store' | 'context'>,
  exampleIds: readonly number[],
  isRemoved: boolean,
): void {
  const atMs = isRemoved ? context.surroundings.clock.nowMs() : null
  for (const exampleId of exampleIds) store.example.setRemoved(exampleId, atMs)
  context.events.announce('categories.changed', {})
}
