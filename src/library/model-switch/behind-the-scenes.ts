import { createTagTable } from '../tagging/tag-table.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { EventHub, WorkerClient } from '../context.ts'

/** Nobody sees yet what changes here. */
const silence: EventHub = {
  announce: () => undefined,
  photosChanged: () => undefined,
  onEvent: () => () => undefined,
  close: () => undefined,
}

/**
 * The same library as it looks to a model that does not serve yet: with its own judges and predictions, and no one who is told. What
 * works on the catalogue for the model that serves works on this one for the other.
 */
export function behindTheScenes(catalogue: Catalogue, model: ActiveModel, worker: WorkerClient): Catalogue {
  const { context, store, photos, names, overview, feed } = catalogue
  return {
    context: { ...context, worker, events: silence },
    store,
    photos,
    names,
    overview,
    feed,
    tags: createTagTable({ prediction: store.prediction.ofModel(model.modelId), decision: store.decision }),
    model,
    preparing: null,
    prepare: () => undefined,
    serve: () => undefined,
    upToDate: catalogue.upToDate,
    photosUpToDate: catalogue.photosUpToDate,
    changing: catalogue.changing,
  }
}
