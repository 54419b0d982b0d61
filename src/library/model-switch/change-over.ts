import type { Catalogue } from '../catalogue/catalogue.ts'
import type { EncoderTarget } from '../context.ts'
import type { PictureShelf } from '../search/picture-shelf.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import { judgedAs, keepJudgedAs } from './judged-as.ts'
import { setChosenModel, setWantedModel } from './model-settings.ts'

/**
 * From this moment `model` serves: one short transaction, and the rest without a pause, so that no call sees half of it. Within
 * `catalogue.changing`, when its embeddings, judges and predictions are stored. What the model before it knows is kept.
 */
export function changeOver(
  catalogue: Catalogue,
  pictures: PictureShelf,
  model: ActiveModel,
  target: EncoderTarget,
): void {
  const { store, context } = catalogue
  const before = catalogue.model
  store.transaction(() => {
    // What it thinks is not kept up from here on; this tells what must be done before it serves again.
    if (before !== null) keepJudgedAs(store, before.modelId, judgedAs(store))
    setChosenModel(store.setting, model.modelKey)
    setWantedModel(store.setting, null)
  })
  catalogue.serve(model)
  context.worker.reload(target)
  pictures.forgetAll()
  context.events.announce('models.changed', {})
  context.events.announce('categories.changed', {})
  context.events.announce('photos.changed', { photoIds: null })
}
