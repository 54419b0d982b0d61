import type { Choice } from '../../contract/choices.ts'
import { choiceChangedSentence, choiceMadeSentence, choiceRemovedSentence } from '../../core/history/sentences.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ChoiceState } from '../history/change.ts'
import { performChange } from '../history/perform-change.ts'
import { checkMembers } from './check-members.ts'
import { existingChoice, stateOf } from './choice-view.ts'

/**
 * A choice of categories that are there; they are judged against each other from now on. One step of undo.
 * @throws WinnowError as `checkMembers` and `performChange` do
 */
export async function createChoice(
  catalogue: Catalogue,
  input: ChoiceState,
  signal?: AbortSignal,
): Promise<{ choice: Choice }> {
  const { store, context } = catalogue
  const after = { ...input, categoryIds: [...checkMembers(catalogue, input.categoryIds, null)] }
  const choiceId = store.transaction(() => {
    const nowMs = context.surroundings.clock.nowMs()
    const inserted = store.choice.insert(after.name, after.allowsNone, nowMs)
    // It is there once the step is: where that fails, nobody sees it.
    store.choice.setRemoved(inserted, nowMs)
    return inserted
  })
  await perform(catalogue, choiceMadeSentence(after.name), { choiceId, before: null, after }, signal)
  return { choice: existingChoice(catalogue, choiceId) }
}

/**
 * Changes what is given, leaves the rest.
 * @throws WinnowError `not-found`, and as `checkMembers` and `performChange` do
 */
export async function updateChoice(
  catalogue: Catalogue,
  input: { readonly choiceId: number } & { readonly [K in keyof ChoiceState]?: ChoiceState[K] | undefined },
  signal?: AbortSignal,
): Promise<{ choice: Choice }> {
  const { choiceId, name, allowsNone, categoryIds } = input
  const before = stateOf(existingChoice(catalogue, choiceId))
  const after = {
    name: name ?? before.name,
    allowsNone: allowsNone ?? before.allowsNone,
    categoryIds: categoryIds === undefined ? before.categoryIds : [...checkMembers(catalogue, categoryIds, choiceId)],
  }
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    const label = choiceChangedSentence(before.name, name === before.name ? undefined : name)
    await perform(catalogue, label, { choiceId, before, after }, signal)
  }
  return { choice: existingChoice(catalogue, choiceId) }
}

/**
 * Takes a choice apart; its categories stay, each by itself.
 * @throws WinnowError `not-found`, and as `performChange` does
 */
export async function removeChoice(catalogue: Catalogue, choiceId: number, signal?: AbortSignal): Promise<void> {
  const before = stateOf(existingChoice(catalogue, choiceId))
  await perform(catalogue, choiceRemovedSentence(before.name), { choiceId, before, after: null }, signal)
}

async function perform(
  catalogue: Catalogue,
  label: string,
  change: { readonly choiceId: number; readonly before: ChoiceState | null; readonly after: ChoiceState | null },
  signal?: AbortSignal,
): Promise<void> {
  await performChange(
    catalogue,
    { label, change: { kind: 'choice-changed', ...change }, source: 'person', eventSource: 'you' },
    signal,
  )
}
