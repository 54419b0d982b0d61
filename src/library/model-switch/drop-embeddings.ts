import { breathe } from '../catalogue/breathe.ts'
import type { LibraryContext } from '../context.ts'

/** About 10 ms. */
const droppedAtOnce = 500

/**
 * Forgets all that a model knows of this library: embeddings, judges, predictions. Not for the model that serves, nor for one that is
 * being prepared. Answers and categories stay, and so do pictures from outside that the person taught by. In slices that let other calls
 * through; what a stop leaves behind is dropped the next time.
 * @param modelKey `id@version`
 */
export async function dropEmbeddings({ store }: Pick<LibraryContext, 'store'>, modelKey: string): Promise<void> {
  const modelId = store.model.idOf(modelKey)
  if (modelId === undefined) return
  for (const categoryId of store.classifier.categories(modelId)) {
    store.prediction.ofModel(modelId).clearCategory(categoryId)
    await breathe()
  }
  while (store.embedding.dropSome(modelId, droppedAtOnce) > 0) await breathe()
  store.transaction(() => store.model.forget(modelId))
}
