import { join } from 'node:path'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ReadOutcome } from '../context.ts'
import { isInTheCloud } from '../scan/is-in-the-cloud.ts'
import type { UnseenPhoto } from '../store/model-work.ts'
import { storePredictions } from '../tagging/store-predictions.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import { sleep } from '../timing/sleep.ts'

/** How much of the machine may be used now. */
export interface Pace {
  /** Resolves when the next files may be read, with how many at once. */
  turn(signal: AbortSignal): Promise<number>
  /** Only one request at a time. */
  isSlow(): boolean
}

/** Photos that can't be looked at for now, across passes. */
export interface Skipped {
  readonly photoIds: Set<number>
}

/** One request is decoded while the other is encoded. */
const lanes = 2
const mostAttempts = 3
const retryAfterMs = 1000

/**
 * Has a model look at the photos that it has not seen, until nothing is left but what can't be opened: those are added to `skipped`.
 * Where it has judges already, each photo is judged as it comes. New photos, and those whose drive comes back, are found on the way.
 * @param behind the catalogue as it looks to this model, with its worker
 * @param onDone told how many photos it has looked at just now
 * @throws WinnowError `worker-down`, `model-missing`, `provider-failed`
 */
export async function lookAtPhotos(
  behind: Catalogue,
  model: ActiveModel,
  {
    pace,
    skipped,
    onDone,
    signal,
  }: {
    readonly pace: Pace
    readonly skipped: Skipped
    readonly onDone: (count: number) => void
    readonly signal: AbortSignal
  },
): Promise<void> {
  const { store, context } = behind
  const attempts = new Map<number, number>()
  const suspects = new Map<number, UnseenPhoto>()

  const isFree = ({ photoId }: UnseenPhoto): boolean => !skipped.photoIds.has(photoId) && !suspects.has(photoId)

  const tryLater = (photoId: number): void => {
    const attempt = (attempts.get(photoId) ?? 0) + 1
    attempts.set(photoId, attempt)
    if (attempt >= mostAttempts) skipped.photoIds.add(photoId)
  }

  const settle = (photo: UnseenPhoto, outcome: ReadOutcome, isAlone: boolean): void => {
    if (outcome.ok || signal.aborted) return
    if (outcome.failure.kind === 'file') skipped.photoIds.add(photo.photoId)
    else if (outcome.failure.code !== 'worker-restarting') tryLater(photo.photoId)
    else if (outcome.wasBegun && isAlone) skipped.photoIds.add(photo.photoId)
    else if (outcome.wasBegun) suspects.set(photo.photoId, photo)
  }

  const read = async (photos: readonly UnseenPhoto[], isAlone: boolean): Promise<void> => {
    const here = new Map<number, UnseenPhoto>()
    for (const photo of photos) {
      if (await isInTheCloud(pathOf(photo))) skipped.photoIds.add(photo.photoId)
      else here.set(photo.fileId, photo)
    }
    const good: { photo: UnseenPhoto; outcome: Extract<ReadOutcome, { ok: true }> }[] = []
    const files = Array.from(here.values(), (photo) => {
      const { fileId, sizeBytes, mtimeMs } = photo
      return { fileId, path: pathOf(photo), sizeBytes, mtimeMs }
    })
    for await (const outcome of context.worker.read(files, signal)) {
      const photo = here.get(outcome.fileId)
      if (photo === undefined) continue
      settle(photo, outcome, isAlone)
      if (outcome.ok) good.push({ photo, outcome })
    }
    if (good.length > 0) onDone(keep(good))
  }

  /** @returns how many were kept */
  const keep = (good: readonly { photo: UnseenPhoto; outcome: Extract<ReadOutcome, { ok: true }> }[]): number => {
    const kept: number[] = []
    behind.feed.dropGone()
    store.quickTransaction(() => {
      for (const { photo, outcome } of good) {
        const { photoId } = photo
        // Edited or removed while it was read: what indexing makes of it is looked at later.
        if (store.photo.contentHash(photoId) !== outcome.photo.contentHash || keyOf(outcome) !== model.modelKey) {
          tryLater(photoId)
          continue
        }
        store.embedding.set(model.modelId, photoId, outcome.embedding)
        model.matrix.set(photoId, outcome.embedding)
        kept.push(photoId)
      }
      if (model.judges.size > 0) storePredictions(behind, model, kept)
    })
    return kept.length
  }

  /** One way through all that is left. @returns whether there was anything */
  const pass = async (): Promise<boolean> => {
    let after = 0
    let found = false
    let failure: { readonly error: unknown } | undefined
    const lane = async (number: number): Promise<void> => {
      while (!signal.aborted && failure === undefined) {
        // Where nothing is left, nothing is waited for either.
        if (store.modelWork.next(model.modelId, after, 1).length === 0) return
        const count = await pace.turn(signal)
        if (signal.aborted) return
        if (number > 0 && pace.isSlow()) {
          await sleep(retryAfterMs, signal)
          continue
        }
        const next = store.modelWork.next(model.modelId, after, count)
        if (next.length === 0) return
        after = next.at(-1)!.photoId
        const photos = next.filter(isFree)
        if (photos.length === 0) continue
        found = true
        try {
          await read(photos, false)
        } catch (error) {
          failure ??= { error }
        }
      }
    }
    await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))
    if (failure !== undefined) throw failure.error
    return found
  }

  while (!signal.aborted) {
    const tried = attempts.size
    const found = await pass()
    for (const [photoId, photo] of suspects) {
      if (signal.aborted) return
      suspects.delete(photoId)
      await read([photo], true)
    }
    if (!found) return
    if (attempts.size > tried) await sleep(retryAfterMs, signal)
  }
}

function pathOf({ folderPath, relativePath }: UnseenPhoto): string {
  return join(folderPath, relativePath)
}

function keyOf({ model }: Extract<ReadOutcome, { ok: true }>): string {
  return `${model.id}@${model.version}`
}
