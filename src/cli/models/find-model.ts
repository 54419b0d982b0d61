import type { ApiClient } from '../../contract/api.ts'
import { WinnowError } from '../../contract/error.ts'
import type { ModelView } from '../../contract/models.ts'

/** By key, by the part before the @, or by name. @throws WinnowError `not-found` */
export async function findModel(client: ApiClient, word: string): Promise<ModelView> {
  const { models } = await client['models.list']({})
  const wanted = word.toLowerCase()
  const found =
    models.find(({ modelKey }) => modelKey === word) ??
    models.find(({ modelKey }) => modelKey.split('@')[0] === wanted) ??
    models.find(({ name }) => name.toLowerCase() === wanted)
  if (found === undefined) {
    throw new WinnowError('not-found', `There is no model “${word}”. winnow models lists those there are.`)
  }
  return found
}

/** A model as it is now. @throws WinnowError `not-found` */
export async function modelNow(client: ApiClient, modelKey: string): Promise<ModelView> {
  const { models } = await client['models.list']({})
  const found = models.find((model) => model.modelKey === modelKey)
  if (found === undefined) throw new WinnowError('not-found', `The model ${modelKey} is not there any more.`)
  return found
}
