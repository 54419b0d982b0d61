import type { Example } from '../../core/learning/example.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ActiveModel } from '../tagging/active-model.ts'

/** An answer of the person's, as far as it can teach: the picture was looked at with this model. */
export interface Answered extends Example {
  /** Null for a picture from outside. */
  readonly photoId: number | null
  /** Of a picture from outside; null for a photo. */
  readonly name: string | null
  /** Names picture and answer, for `basisOf`. */
  readonly key: string
}

/**
 * All answers about a category that can teach it, always in the same order: photos by id, then pictures from outside. Photos
 * that are not on screen any more still teach, as long as their embedding is there. Reads the database, so that it is right
 * within a transaction.
 */
export function gatherAnswers(
  { store }: Pick<Catalogue, 'store'>,
  model: ActiveModel,
  categoryId: number,
): readonly Answered[] {
  const answers: Answered[] = []
  for (const { photoId, verdict } of store.decision.ofCategory(categoryId)) {
    if (verdict === 'undecided') continue
    const answer = answerAbout(model, photoId, verdict === 'yes')
    if (answer !== null) answers.push(answer)
  }
  for (const { exampleId, name, isYes, embedding } of store.example.teaching(categoryId, model.modelId)) {
    answers.push({ photoId: null, name, embedding, isYes, key: `e${exampleId}` })
  }
  return answers
}

/** Null for a photo that this model has not looked at. */
export function answerAbout({ matrix }: ActiveModel, photoId: number, isYes: boolean): Answered | null {
  const embedding = matrix.get(photoId)
  return embedding === null ? null : { photoId, name: null, embedding, isYes, key: `${isYes ? '+' : '-'}${photoId}` }
}
