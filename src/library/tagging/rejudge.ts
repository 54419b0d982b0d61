import { z } from 'zod'
import { breathe } from '../catalogue/breathe.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { SettingStore } from '../store/setting.ts'
import type { ActiveModel } from './active-model.ts'
import { storePredictions } from './store-predictions.ts'

/** The setting that holds the id of the photo up to which all have been judged again; null when there is nothing to do. */
const progressKeyOf = (modelId: number): string => `rejudged-through ${modelId}`
const progressSchema = z.int().nullable()

/** About 20 ms, of which most is writing. */
const sliceSize = 60

/** Every stored prediction of a model is old. In the transaction that stores the new judges. */
export function beginRejudging(store: { readonly setting: SettingStore }, modelId: number): void {
  store.setting.set(progressKeyOf(modelId), 0)
}

/** Whether photos are still to be judged again by a model. */
export function isRejudging(store: { readonly setting: SettingStore }, modelId: number): boolean {
  return store.setting.get(progressKeyOf(modelId), progressSchema) !== null
}

/**
 * Judges all photos again after the judges changed, in slices that let other calls through. Where it was stopped, by the
 * signal or by the power, it goes on at the next call. Ends early where the catalogue has changed over to another model.
 * @param onSlice told after each slice how many photos are judged, and waited for
 */
export async function rejudge(
  catalogue: Catalogue,
  model: ActiveModel,
  signal?: AbortSignal,
  onSlice?: (judgedCount: number) => Promise<void>,
): Promise<void> {
  const { store, tags, context, feed } = catalogue
  const progressKey = progressKeyOf(model.modelId)
  const progress = (): number | null => store.setting.get(progressKey, progressSchema)
  if (progress() === null) return
  await model.matrixReady()
  let photoIds = sortedIds(model)
  let last = progress() ?? 0
  let judgedCount = 0
  for (let through = progress(); through !== null && catalogue.model === model; through = progress()) {
    // Judges that changed meanwhile have set it back to the beginning.
    if (through < last) {
      photoIds = sortedIds(model)
      judgedCount = 0
    }
    const slice = firstAfter(photoIds, through)
    if (slice.length === 0) {
      store.setting.set(progressKey, null)
      break
    }
    feed.dropGone()
    last = slice.at(-1)!
    store.transaction(() => {
      storePredictions(catalogue, model, slice)
      store.setting.set(progressKey, last)
    })
    tags.refresh(sliceSize)
    context.events.photosChanged(slice)
    context.events.announce('categories.changed', {})
    judgedCount += slice.length
    await onSlice?.(judgedCount)
    await breathe(signal)
  }
}

function sortedIds(model: ActiveModel): Int32Array {
  return model.matrix
    .photoIds()
    .filter((photoId) => photoId > 0)
    .sort()
}

/** Up to `sliceSize` ids above `through`. */
function firstAfter(sortedIds: Int32Array, through: number): readonly number[] {
  let low = 0
  for (let high = sortedIds.length; low < high;) {
    const middle = (low + high) >> 1
    if (sortedIds[middle]! <= through) low = middle + 1
    else high = middle
  }
  return Array.from(sortedIds.subarray(low, low + sliceSize))
}
