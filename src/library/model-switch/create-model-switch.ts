import { WinnowError } from '../../contract/error.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { EncoderTarget, WorkerClient } from '../context.ts'
import { obstacleOf } from '../indexing/obstacle.ts'
import type { InstalledModel } from '../models/model-shelf.ts'
import type { PreparingState } from '../models/preparing-state.ts'
import type { PictureShelf } from '../search/picture-shelf.ts'
import { createBell } from '../timing/bell.ts'
import { sleep } from '../timing/sleep.ts'
import { createWorkerClient } from '../worker-client/worker-client.ts'
import type { Attention } from './attention.ts'
import { setWantedModel, wantedModel } from './model-settings.ts'
import { createPace } from './pace.ts'
import { createPreparation } from './preparation.ts'
import type { Preparation } from './preparation.ts'
import { prepareModel } from './prepare-model.ts'

/** Changes over to other models, after these have looked at the library in the background. One at a time. */
export interface ModelSwitch extends PreparingState {
  /**
   * Resolves when the model serves or, where it has to look at more than a few photos first, as soon as it is at that. Instead of
   * another one that was being prepared; for the model that serves: ends that preparation.
   * @throws WinnowError `not-found`; as the worker does when the model can't be loaded, and then the one that serves stays
   */
  use(modelKey: string): Promise<void>
  /** Stays with the model that serves; what the other one has done is kept. */
  stop(): Promise<void>
  pause(): void
  resume(): void
  /** Goes on with what was being prepared when Winnow ended. */
  start(): void
  close(): Promise<void>
}

export interface ModelSwitchOptions {
  readonly catalogue: Catalogue
  readonly pictures: PictureShelf
  readonly attention: Attention
  /** Indexing has photos to read: it comes first. */
  readonly isIndexing: () => boolean
  /** Another model serves now. */
  readonly onServed: () => void
}

interface Job {
  readonly model: InstalledModel
  readonly controller: AbortController
  readonly preparation: Preparation
  /** Rejects when the model can't be loaded. */
  readonly loaded: Promise<unknown>
  /** Resolves when it serves, or was stopped; with an error when it could not, and the one before it serves on. */
  readonly ended: Promise<WinnowError | null>
}

/** What is done by then is answered with the change-over. */
const shortMs = 3000
const tryAgainMs = 30_000

export function createModelSwitch(options: ModelSwitchOptions): ModelSwitch {
  const { catalogue, pictures, attention, isIndexing, onServed } = options
  const { context, store } = catalogue
  const { events, surroundings, shelf, encoderChoice } = context
  const bell = createBell()
  let job: Job | null = null
  let isPaused = false
  let isClosed = false
  let last: Promise<unknown> = Promise.resolve()

  /** Two wishes at once: the second waits until the first has begun, and then takes its place. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  const announce = (): void => events.announce('models.changed', {})

  const openWorker = (target: EncoderTarget): WorkerClient =>
    createWorkerClient({
      startWorker: surroundings.startWorker,
      target,
      thumbnailDir: null,
      onProviderFailed: (failed, message) => encoderChoice.failed(failed.model, failed.settings, message),
      log: surroundings.log,
    })

  const begin = (model: InstalledModel): Job => {
    const controller = new AbortController()
    const { signal } = controller
    const preparation = createPreparation(announce)
    const loaded = Promise.withResolvers<void>()
    loaded.promise.catch(() => undefined)
    const pace = createPace({
      attention,
      isIndexing,
      isPaused: () => isPaused,
      heldBecause: context.hold.reason,
      preparation,
    })

    const attempt = async (next: InstalledModel): Promise<void> => {
      const target = { model: next, settings: encoderChoice.settingsFor(next) }
      const worker = openWorker(target)
      const onSound = loaded.resolve
      try {
        await prepareModel({ catalogue, pictures, target, worker, preparation, pace, signal, onSound })
      } finally {
        await worker.close()
      }
      onServed()
    }

    /** Loads it before anyone asks. Where its files were damaged since it served last, the one before it takes over again. */
    const warmUp = async (before: InstalledModel | undefined): Promise<WinnowError | null> => {
      try {
        await context.worker.model(signal)
        return null
      } catch (error) {
        if (!(error instanceof WinnowError) || error.code !== 'model-missing' || before === undefined) return null
        surroundings.log('warn', `${model.card.name} can’t be loaded, so ${before.card.name} goes on.`, error)
        await attempt(before)
        return error
      }
    }

    const run = async (): Promise<WinnowError | null> => {
      while (!signal.aborted) {
        try {
          const before = shelf.find(catalogue.model?.modelKey ?? '')
          await attempt(model)
          return await warmUp(before)
        } catch (error) {
          if (signal.aborted) return null
          loaded.reject(error)
          surroundings.log('warn', `${model.card.name} could not be prepared.`, error)
          preparation.set('waiting', obstacleOf(error).message)
          await Promise.race([sleep(tryAgainMs, signal), bell.wait(null)])
        }
        preparation.set('running', null)
      }
      return null
    }

    const begun: Job = { model, controller, preparation, loaded: loaded.promise, ended: run() }
    void begun.ended.finally(() => {
      loaded.resolve()
      if (job === begun) job = null
      announce()
    })
    return begun
  }

  const end = async (): Promise<void> => {
    const ended = job
    if (ended === null) return
    ended.controller.abort()
    bell.ring()
    await ended.ended
    if (job === ended) job = null
  }

  const giveUp = async (): Promise<void> => {
    await end()
    if (!isClosed) setWantedModel(store.setting, null)
    announce()
  }

  const setPaused = (paused: boolean): void => {
    if (job === null) return
    isPaused = paused
    setWantedModel(store.setting, { modelKey: job.model.modelKey, isPaused })
    if (paused) job.preparation.set('paused', null)
    bell.ring()
    announce()
  }

  const use = async (modelKey: string): Promise<void> => {
    if (isClosed) return
    const model = shelf.find(modelKey)
    if (model === undefined) {
      throw new WinnowError('not-found', 'This model is not on this computer. Download it or add it first.')
    }
    if (job?.model.modelKey === modelKey) return setPaused(false)
    await giveUp()
    if (catalogue.model?.modelKey === modelKey) return
    isPaused = false
    setWantedModel(store.setting, { modelKey, isPaused })
    const begun = begin(model)
    job = begun
    announce()
    try {
      await begun.loaded
    } catch (error) {
      await giveUp()
      throw error
    }
    const failure = await Promise.race([begun.ended, sleep(shortMs)])
    if (failure instanceof WinnowError) throw failure
  }

  return {
    use: (modelKey) => inTurn(() => use(modelKey)),
    stop: () => inTurn(giveUp),
    pause: () => setPaused(true),
    resume: () => setPaused(false),
    start() {
      const wanted = wantedModel(store.setting)
      const model = wanted === null ? undefined : shelf.find(wanted.modelKey)
      if (wanted === null || job !== null || isClosed) return
      if (model === undefined) {
        surroundings.log('warn', `The model ${wanted.modelKey} was to be used and is not there any more.`)
        setWantedModel(store.setting, null)
        return
      }
      isPaused = wanted.isPaused
      job = begin(model)
    },
    activeKey: () => catalogue.model?.modelKey ?? null,
    preparing: () => (job === null ? null : { modelKey: job.model.modelKey, state: job.preparation.state() }),
    async close() {
      isClosed = true
      await end()
    },
  }
}
