import { z } from 'zod'
import { breathe } from '../catalogue/breathe.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { SettingStore } from '../store/setting.ts'
import type { ActiveModel } from './active-model.ts'
import { storePredictions } from './store-predictions.ts'

/** The id of the photo up to which all have been judged again; null when there is nothing to do. */
const progressKey = 'rejudged-through'
const progressSchema = z.int().nullable()

/** About 20 ms, of which most is writing. */
const sliceSize = 60

/** Every stored prediction is old. In the transaction that stores the new judges. */
export function beginRejudging(store: { readonly setting: SettingStore }): void {
  store.setting.set(progressKey, 0)
}

/**
 * Judges all photos again after the judges changed, in slices that let other calls through. Where it was stopped, by the
 * signal or by the power, it goes on at the next call.
 */
export async function rejudge(catalogue: Catalogue, model: ActiveModel, signal?: AbortSignal): Promise<void> {
  const { store, tags, context, feed } = catalogue
  const progress = (): number | null => store.setting.get(progressKey, progressSchema)
  if (progress() === null) return
  await model.matrixReady()
  let photoIds = sortedIds(model)
  let last = progress() ?? 0
  for (let through = progress(); through !== null; through = progress()) {
    // Judges that changed meanwhile have set it back to the beginning.
    if (through < last) photoIds = sortedIds(model)
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
