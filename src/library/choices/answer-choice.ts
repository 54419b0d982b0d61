import { WinnowError } from '../../contract/error.ts'
import { choiceAnsweredSentence } from '../../core/history/sentences.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { existingCategory } from '../categories/category-view.ts'
import { answerPhotos } from '../decisions/answer-photos.ts'
import type { Answer } from '../decisions/answer-photos.ts'
import { existingChoice } from './choice-view.ts'

/**
 * The person's answer to a whole choice, for some photos: yes to the chosen category and no to the others, or no to all of them.
 * One step of undo. Photos that had exactly these answers already are left alone; `changed` counts the others.
 * @throws WinnowError `not-found`; `invalid-input` for a category of no such choice, or "none" where that is no answer
 */
export async function answerChoice(
  catalogue: Catalogue,
  input: { readonly choiceId: number; readonly photoIds: readonly number[]; readonly categoryId: number | null },
): Promise<{ changed: number }> {
  const { store, tags } = catalogue
  const { categoryId: chosen } = input
  const choice = existingChoice(catalogue, input.choiceId)
  if (chosen === null && !choice.allowsNone) {
    throw new WinnowError('invalid-input', `In the choice ${choice.name} one of its categories always holds.`)
  }
  const name = chosen === null ? null : existingCategory(catalogue, chosen).name
  if (chosen !== null && !choice.categoryIds.includes(chosen)) {
    throw new WinnowError('invalid-input', `${name} is not part of the choice ${choice.name}.`)
  }
  const photoIds = [...new Set(input.photoIds)].filter((photoId) => store.photoColumns.exists(photoId))
  if (photoIds.length === 0) throw new WinnowError('not-found', 'These photos are not there any more.')

  const answers = choice.categoryIds.map((categoryId): Answer => {
    return { categoryId, verdict: categoryId === chosen ? 'yes' : 'no', photoIds }
  })
  const changed = new Set(
    answers.flatMap(({ categoryId, verdict }) => {
      const answered = tags.of(categoryId)[verdict === 'yes' ? 'yes' : 'no']
      return photoIds.filter((photoId) => !answered.has(photoId))
    }),
  ).size
  await answerPhotos(catalogue, answers, () => choiceAnsweredSentence(choice.name, name, changed))
  return { changed }
}
