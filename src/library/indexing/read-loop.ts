import type { ModelInfo } from '../../contract/worker.ts'
import { WinnowError } from '../../contract/error.ts'
import type { LibraryContext, ReadOutcome, Tagger } from '../context.ts'
import type { UnreadFile } from '../store/work.ts'
import { isInTheCloud } from '../scan/is-in-the-cloud.ts'
import { createBell } from '../timing/bell.ts'
import { fileToRead } from './file-to-read.ts'
import type { FailureHandler } from './handle-failures.ts'
import { storeOutcomes } from './store-outcomes.ts'
import type { StoredBatch } from './store-outcomes.ts'
import type { WorkQueue } from './work-queue.ts'

export interface ReadLoopOptions {
  readonly context: LibraryContext
  readonly tagger: Tagger
  readonly queue: WorkQueue
  readonly failures: FailureHandler
  /** Reading may go on: not paused, nothing in its way. */
  readonly mayRun: () => boolean
  /** Files are done with, well or not. */
  readonly onDone: (stored: StoredBatch) => void
  /** Files over which the worker has died are read with nothing else asked of it, or the wrong one is blamed. */
  readonly looks: { pause(): Promise<void>; resume(): void }
  /** Nothing can be read or stored until something outside changes. */
  readonly onBlocked: (error: unknown) => void
  /** Work began or ended. */
  readonly onChanged: () => void
}

export interface ReadLoop {
  /** Look whether there is something to do. */
  wake(): void
  /** What is on screen has changed: what the worker has not begun is put back, so that the wanted comes next. */
  hurry(): void
  /** Drops what the worker has not begun. */
  stop(): void
  readonly isReading: boolean
  close(): Promise<void>
}

/**
 * Two requests of so many files each: while the tail of one is encoded, the head of the next is decoded. The worker itself
 * has some 16 files between its hands; more here would only make the wanted wait.
 */
const filesPerRequest = 32
const mostRequests = 2
const mostStored = 32
/** A photo waits no longer for others to be stored with. */
const storeAfterMs = 100
const shortestWaitMs = 200

/** Keeps the worker's pipeline full and stores what it gives. */
export function createReadLoop(options: ReadLoopOptions): ReadLoop {
  const { context, queue, failures } = options
  const bell = createBell()
  const requests = new Set<AbortController>()
  let model: ModelInfo | undefined
  let isAlone = false
  const closing = new AbortController()
  let waiting: { readonly file: UnreadFile; readonly outcome: ReadOutcome }[] = []
  let storing: NodeJS.Timeout | undefined

  const block = (error: unknown): void => {
    if (!(error instanceof WinnowError && error.code === 'cancelled')) options.onBlocked(error)
  }

  const store = (): void => {
    clearTimeout(storing)
    storing = undefined
    const batch = waiting
    waiting = []
    if (batch.length === 0 || model === undefined) return
    try {
      const reads = batch.map(({ file, outcome }) => ({ file: fileToRead(file), outcome }))
      const stored = storeOutcomes(context, options.tagger, model, reads)
      context.events.photosChanged(stored.photoIds)
      if (stored.failedCount > 0) context.events.announce('problems.changed', {})
      options.onDone(stored)
      for (const { file, outcome } of batch) settle(file, outcome)
    } catch (error) {
      block(error)
    } finally {
      queue.release(batch.map(({ file }) => file.fileId))
    }
  }

  const settle = (file: UnreadFile, outcome: ReadOutcome): void => {
    if (outcome.ok) failures.succeeded(file.fileId)
    else if (outcome.failure.kind === 'transient') {
      const obstacle = failures.handle(file, outcome.failure, outcome.wasBegun)
      const code = outcome.failure.code === 'disk-full' ? 'disk-full' : 'not-available'
      if (obstacle !== null) block(new WinnowError(code, obstacle))
    }
  }

  const collect = (file: UnreadFile, outcome: ReadOutcome): void => {
    // A worker that is ended because Winnow closes says nothing about its files.
    if (closing.signal.aborted) return
    waiting.push({ file, outcome })
    if (waiting.length >= mostStored) store()
    else storing ??= setTimeout(store, storeAfterMs)
  }

  const read = async (files: readonly UnreadFile[], abort: AbortController): Promise<void> => {
    const left = new Map(files.map((file) => [file.fileId, file]))
    try {
      for (const file of files) {
        if (!(await isInTheCloud(fileToRead(file).path))) continue
        left.delete(file.fileId)
        failures.leaveInCloud(file)
        queue.release([file.fileId])
      }
      // Asked each time: a worker that was restarted may have another model.
      model = await context.worker.model(abort.signal)
      for await (const outcome of context.worker.read(Array.from(left.values(), fileToRead), abort.signal)) {
        const file = left.get(outcome.fileId)
        if (file === undefined) continue
        left.delete(outcome.fileId)
        collect(file, outcome)
      }
    } catch (error) {
      block(error)
    } finally {
      queue.release(left.keys())
    }
  }

  const launch = (files: readonly UnreadFile[]): Promise<void> => {
    const abort = new AbortController()
    requests.add(abort)
    if (requests.size === 1) options.onChanged()
    return read(files, abort).finally(() => {
      requests.delete(abort)
      if (requests.size === 0) store()
      if (requests.size === 0) options.onChanged()
      bell.ring()
    })
  }

  const readSuspects = async (): Promise<void> => {
    isAlone = true
    await options.looks.pause()
    while (options.mayRun() && !closing.signal.aborted) {
      const file = queue.takeSuspect()
      if (file === undefined) break
      await launch([file])
    }
    isAlone = false
    options.looks.resume()
  }

  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      if (options.mayRun()) {
        try {
          if (queue.hasSuspects) {
            if (requests.size === 0) await readSuspects()
          } else {
            while (requests.size < mostRequests) {
              const files = queue.take(filesPerRequest)
              if (files.length === 0) break
              void launch(files)
            }
          }
        } catch (error) {
          block(error)
        }
      }
      const dueMs = options.mayRun() ? queue.nextDueMs : null
      await bell.wait(dueMs === null ? null : Math.max(shortestWaitMs, dueMs - performance.now()))
    }
  }
  const running = run()

  return {
    wake: () => bell.ring(),
    hurry() {
      if (!isAlone) for (const abort of requests) abort.abort()
    },
    stop() {
      for (const abort of requests) abort.abort()
    },
    get isReading() {
      return requests.size > 0
    },
    async close() {
      store()
      closing.abort()
      for (const abort of requests) abort.abort()
      bell.ring()
      if (!isAlone) await running
    },
  }
}
