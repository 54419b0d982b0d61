import { WinnowError } from '../../contract/error.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Tagger } from '../context.ts'
import { carryDecisions } from '../decisions/carry-decisions.ts'
import { mergePhoto } from '../decisions/merge-photo.ts'
import { calibrationStep } from './calibration-step.ts'
import { refreshClassifiers } from './refresh-classifiers.ts'
import { rejudge } from './rejudge.ts'
import { storePredictions } from './store-predictions.ts'

/**
 * What indexing tells the categories about. `settle` also belongs at the start: it makes the judges of a new vocabulary.
 * @param onGrown called, maybe within a transaction, when the library has become so large that `settle` has something to do
 */
export function createTagger(catalogue: Catalogue, onGrown: () => void): Tagger {
  const { model, context } = catalogue
  let settling: Promise<void> | undefined

  async function settle(signal: AbortSignal): Promise<void> {
    if (model === null || context.access === 'read') return
    try {
      await refreshClassifiers(catalogue, model, signal)
      await rejudge(catalogue, model, signal)
    } catch (error) {
      if (signal.aborted) return
      // Without the worker the words of new categories stay unread until the next time; photos keep the tags they have.
      if (!(error instanceof WinnowError)) throw error
      context.surroundings.log('warn', `Categories could not be brought up to date: ${error.message}`)
    }
  }

  return {
    add(batch) {
      if (model === null) return
      const step = calibrationStep(model.matrix.count)
      for (const { photoId, embedding } of batch) model.matrix.set(photoId, embedding)
      storePredictions(
        catalogue,
        model,
        batch.map(({ photoId }) => photoId),
      )
      // A first run over many photos takes hours: its early photos need not wait for its end.
      if (calibrationStep(model.matrix.count) > step) onGrown()
    },
    carryDecisions: (fromPhotoId, toPhotoId) => carryDecisions(catalogue, fromPhotoId, toPhotoId),
    mergePhoto: (fromPhotoId, toPhotoId) => mergePhoto(catalogue, fromPhotoId, toPhotoId),
    settle(signal) {
      settling ??= settle(signal).finally(() => {
        settling = undefined
      })
      return settling
    },
  }
}
