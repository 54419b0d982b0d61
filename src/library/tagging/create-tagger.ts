import { WinnowError } from '../../contract/error.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Tagger } from '../context.ts'
import { carryDecisions } from '../decisions/carry-decisions.ts'
import { mergePhoto } from '../decisions/merge-photo.ts'
import { calibrationStep } from './calibration-step.ts'
import { learnBackground } from './learn-background.ts'
import { refreshClassifiers } from './refresh-classifiers.ts'
import { rejudge } from './rejudge.ts'
import { storePredictions } from './store-predictions.ts'

/**
 * What indexing tells the categories about. `settle` also belongs at the start: it makes the judges of a new vocabulary.
 * @param onStale called, maybe within a transaction, when `settle` has something to do: the library has become so much larger, or
 * photos with answers were looked at, merged or edited, so that categories have something else to learn from
 */
export function createTagger(catalogue: Catalogue, onStale: () => void): Tagger {
  const { context, store } = catalogue
  let settling: Promise<void> | undefined
  let isAsked = false

  const isAnswered = (photoId: number): boolean => store.decision.ofPhoto(photoId).length > 0

  async function settle(signal: AbortSignal): Promise<void> {
    const { model } = catalogue
    if (model === null || context.access === 'read') return
    try {
      await learnBackground(context, model, signal)
      await refreshClassifiers(catalogue, model, signal)
      await rejudge(catalogue, model, signal)
    } catch (error) {
      if (signal.aborted) return
      // Without the worker the words of new categories stay unread until the next time; photos keep the tags they have.
      if (!(error instanceof WinnowError)) throw error
      context.surroundings.log('warn', `Categories could not be brought up to date: ${error.message}`)
    }
  }

  /** One that is under way may have passed what is stale since. */
  async function settleAll(signal: AbortSignal): Promise<void> {
    while (isAsked) {
      isAsked = false
      await settle(signal)
    }
  }

  return {
    isServing(info) {
      const manifest = catalogue.model?.data.manifest
      return manifest?.id === info.id && manifest.version === info.version
    },
    add(batch) {
      const { model } = catalogue
      if (model === null) return
      const step = calibrationStep(model.matrix.count)
      for (const { photoId, embedding } of batch) model.matrix.set(photoId, embedding)
      storePredictions(
        catalogue,
        model,
        batch.map(({ photoId }) => photoId),
      )
      // A first run over many photos takes hours: its early photos need not wait for its end.
      const hasGrown = calibrationStep(model.matrix.count) > step
      if (hasGrown || batch.some(({ photoId }) => isAnswered(photoId))) onStale()
    },
    carryDecisions(fromPhotoId, toPhotoId) {
      if (isAnswered(fromPhotoId)) onStale()
      carryDecisions(catalogue, fromPhotoId, toPhotoId)
    },
    mergePhoto(fromPhotoId, toPhotoId) {
      if (isAnswered(fromPhotoId)) onStale()
      mergePhoto(catalogue, fromPhotoId, toPhotoId)
    },
    settle(signal) {
      isAsked = true
      settling ??= settleAll(signal).finally(() => {
        settling = undefined
      })
      return settling
    },
  }
}
