import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { explainPhoto } from './explain-photo.ts'
import { nextQuestions } from './next-questions.ts'

export function teachingHandlers(catalogue: Catalogue): Pick<ApiHandlers, 'review.next' | 'photos.why'> {
  return {
    'review.next': (input) => nextQuestions(catalogue, input),
    'photos.why': (input) => explainPhoto(catalogue, input),
  }
}
