import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ChoiceState } from '../history/change.ts'

/**
 * Makes a choice what it is to be, `null` being: not there. Its row exists; a removed one is kept, for undo. In the caller's
 * transaction; the categories of both states must learn again after it.
 */
export function setChoiceState(
  { store, context }: Pick<Catalogue, 'store' | 'context'>,
  choiceId: number,
  from: ChoiceState | null,
  to: ChoiceState | null,
): void {
  store.choice.setRemoved(choiceId, to === null ? context.surroundings.clock.nowMs() : null)
  if (to !== null) store.choice.update({ choiceId, name: to.name, allowsNone: to.allowsNone })
  const members = to?.categoryIds ?? []
  for (const categoryId of from?.categoryIds ?? []) {
    if (!members.includes(categoryId)) store.category.setChoice(categoryId, null, 0)
  }
  for (const [position, categoryId] of members.entries()) store.category.setChoice(categoryId, choiceId, position)
  context.events.announce('categories.changed', {})
}
