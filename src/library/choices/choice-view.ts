import type { Choice } from '../../contract/choices.ts'
import { WinnowError } from '../../contract/error.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ChoiceState } from '../history/change.ts'
import type { CategoryRow } from '../store/category.ts'
import type { ChoiceRow } from '../store/choice.ts'

/** All choices, with their categories in order. */
export function listChoices({ store }: Pick<Catalogue, 'store'>): readonly Choice[] {
  const members = Map.groupBy(store.category.list(), ({ choiceId }) => choiceId)
  return store.choice.list().map((choice) => viewChoice(choice, members.get(choice.choiceId) ?? []))
}

/** @throws WinnowError `not-found` */
export function existingChoice({ store }: Pick<Catalogue, 'store'>, choiceId: number): Choice {
  const choice = listChoices({ store }).find((one) => one.choiceId === choiceId)
  if (choice === undefined) throw new WinnowError('not-found', 'This choice is not there any more.')
  return choice
}

/** As a change remembers it. */
export function stateOf({ name, allowsNone, categoryIds }: Choice): ChoiceState {
  return { name, allowsNone, categoryIds }
}

function viewChoice({ choiceId, name, allowsNone }: ChoiceRow, members: readonly CategoryRow[]): Choice {
  const categoryIds = members
    .toSorted((a, b) => a.choicePosition - b.choicePosition)
    .map(({ categoryId }) => categoryId)
  return { choiceId, name, allowsNone, categoryIds }
}
