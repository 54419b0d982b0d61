import type { Catalogue } from '../catalogue/catalogue.ts'
import type { EncoderTarget, WorkerClient } from '../context.ts'
import type { PictureShelf } from '../search/picture-shelf.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import { openModel } from '../tagging/open-model.ts'
import { behindTheScenes } from './behind-the-scenes.ts'
import { changeOver } from './change-over.ts'
import { leftOutSentence } from './left-out-sentence.ts'
import { lookAtPhotos } from './look-at-photos.ts'
import type { Pace } from './look-at-photos.ts'
import type { Preparation } from './preparation.ts'
import { prepareTags } from './prepare-tags.ts'
import { prepareWords } from './prepare-words.ts'

export interface PrepareOptions {
  readonly catalogue: Catalogue
  readonly pictures: PictureShelf
  readonly target: EncoderTarget
  /** Of a process of its own: the other one serves. */
  readonly worker: WorkerClient
  readonly preparation: Preparation
  readonly pace: Pace
  readonly signal: AbortSignal
  /** The model can be opened, and loaded where it has to be asked anything. */
  readonly onSound: () => void
}

/**
 * Has a model look at all photos that can be opened, read the words of all categories and judge; then it takes over. Until that moment
 * nothing of it is seen, and stopping it loses nothing: what is done is in the database, and what is left is a question to it.
 * @throws WinnowError `model-missing`, `provider-failed`, `worker-down`, `cancelled`; whatever SQLite throws
 */
export async function prepareModel(options: PrepareOptions): Promise<void> {
  const { catalogue, pictures, target, worker, preparation, pace, signal } = options
  const { store, context } = catalogue
  // Once it serves, what it is asked goes through the worker of the library.
  let hasTakenOver = false
  const asked = (): WorkerClient => (hasTakenOver ? context.worker : worker)
  const model = openModel({ ...context, worker: passOn(asked) }, target.model)
  const behind = behindTheScenes(catalogue, model, worker)
  const unlocked: Catalogue = { ...behind, changing: async (work) => await work() }
  const skipped = { photoIds: new Set<number>() }
  const isLeft = (): boolean => {
    let after = 0
    for (;;) {
      const next = store.modelWork.next(model.modelId, after, skipped.photoIds.size + 1)
      if (next.length === 0) return false
      if (next.some(({ photoId }) => !skipped.photoIds.has(photoId))) return true
      after = next.at(-1)!.photoId
    }
  }

  /** @returns whether it serves now; photos may have come since it has looked at all */
  const takeOver = (): Promise<boolean> =>
    catalogue.changing(async () => {
      catalogue.feed.dropGone()
      if (isLeft()) return false
      // What was said and chosen in the last moments; nothing changes while this goes on.
      await prepareTags(unlocked, model, signal)
      signal.throwIfAborted()
      if (isLeft()) return false
      changeOver(catalogue, pictures, model, target)
      return (hasTakenOver = true)
    })

  const prepare = async (): Promise<void> => {
    await preparePhotos(options, behind, model, skipped)
    preparation.enter('words', 0, 0)
    await prepareWords(behind, model, signal, async (done, total) => {
      preparation.enter('words', done, total)
      await pace.turn(signal)
    })
    preparation.enter('tags', 0, model.matrix.count)
    await prepareTags(behind, model, signal, async (judged) => {
      preparation.enter('tags', judged, model.matrix.count)
      await pace.turn(signal)
    })
    signal.throwIfAborted()
  }

  // One that has done everything before need not be loaded a second time, beside the one that serves: it changes over at once.
  if (model.judges.size === 0 || isLeft()) await worker.model(signal)
  options.onSound()
  catalogue.prepare(model)
  try {
    do await prepare()
    while (!(await takeOver()))
  } finally {
    if (!hasTakenOver) catalogue.prepare(null)
  }
}

async function preparePhotos(
  { preparation, pace, signal }: PrepareOptions,
  behind: Catalogue,
  model: ActiveModel,
  skipped: { readonly photoIds: Set<number> },
): Promise<void> {
  const counts = behind.store.modelWork.counts(model.modelId)
  preparation.enter('photos', counts.done, counts.total)
  preparation.leave(leftOutSentence(counts.away, skipped.photoIds.size))
  await lookAtPhotos(behind, model, { pace, skipped, signal, onDone: (count) => preparation.add(count) })
  signal.throwIfAborted()
  preparation.leave(leftOutSentence(behind.store.modelWork.counts(model.modelId).away, skipped.photoIds.size))
}

/** Asks whoever answers for the model at the time. */
function passOn(asked: () => WorkerClient): Pick<WorkerClient, 'target' | 'embedTexts'> {
  return {
    get target() {
      return asked().target
    },
    embedTexts: (texts, signal) => asked().embedTexts(texts, signal),
  }
}
