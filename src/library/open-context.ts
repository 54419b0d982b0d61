import { mkdirSync } from 'node:fs'
import type { LibraryContext } from './context.ts'
import { createEventHub } from './events/event-hub.ts'
import { thumbnailDir } from './media/cache-files.ts'
import { createModelShelf } from './models/create-model-shelf.ts'
import { servingModel } from './model-switch/serving-model.ts'
import { createEncoderChoice } from './providers/create-encoder-choice.ts'
import { createHold } from './providers/hold.ts'
import { openDatabase } from './store/database.ts'
import type { Access } from './store/database.ts'
import { createStore } from './store/store.ts'
import { acquireWriterLock } from './store/writer-lock.ts'
import type { Surroundings } from './surroundings.ts'
import { createWorkerClient } from './worker-client/worker-client.ts'

export interface OpenedContext {
  readonly context: LibraryContext
  close(): Promise<void>
}

/**
 * Opens what every feature is given: database, events, worker (which starts with its first request).
 * @throws WinnowError as `openDatabase` does, and `library-in-use` when another process is the writer already.
 */
export function openContext(surroundings: Surroundings, access: Access): OpenedContext {
  const { dataDir, cacheDir } = surroundings.paths
  if (access === 'write') mkdirSync(dataDir, { recursive: true })
  const lock = access === 'write' ? acquireWriterLock(dataDir) : undefined
  try {
    const database = openDatabase({ dataDir, access, nowMs: surroundings.clock.nowMs() })
    const events = createEventHub()
    const store = createStore(database)
    const encoderChoice = createEncoderChoice({ surroundings, store, events, access })
    const shelf = createModelShelf(surroundings)
    const model = servingModel(surroundings, store.setting, shelf)
    const worker = createWorkerClient({
      startWorker: surroundings.startWorker,
      target: { model, settings: encoderChoice.settingsFor(model) },
      thumbnailDir: thumbnailDir(cacheDir),
      onProviderFailed: ({ model: failed, settings }, message) => encoderChoice.failed(failed, settings, message),
      log: surroundings.log,
    })
    return {
      context: { surroundings, access, database, store, events, worker, shelf, encoderChoice, hold: createHold() },
      async close() {
        await worker.close()
        events.close()
        database.close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}
