import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { answerChoice } from './answer-choice.ts'
import { createChoice, removeChoice, updateChoice } from './change-choice.ts'
import { listChoices } from './choice-view.ts'

type ChoiceMethods = 'choices.list' | 'choices.create' | 'choices.update' | 'choices.remove' | 'choices.answer'

export function choiceHandlers(catalogue: Catalogue): Pick<ApiHandlers, ChoiceMethods> {
  const { changing } = catalogue
  return {
    'choices.list': () => ({ choices: [...listChoices(catalogue)] }),
    'choices.create': (input, signal) => changing(() => createChoice(catalogue, input, signal)),
    'choices.update': (input, signal) => changing(() => updateChoice(catalogue, input, signal)),
    'choices.remove': async ({ choiceId }, signal) => {
      await changing(() => removeChoice(catalogue, choiceId, signal))
      return {}
    },
    'choices.answer': (input) => changing(() => answerChoice(catalogue, input)),
  }
}
