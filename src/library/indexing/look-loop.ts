import type { PhotoFacts } from '../../contract/worker.ts'
import type { LibraryContext } from '../context.ts'
import type { UnreadFile } from '../store/work.ts'
import { createBell } from '../timing/bell.ts'
import { sleep } from '../timing/sleep.ts'
import { fileToRead } from './file-to-read.ts'
import type { WorkQueue } from './work-queue.ts'

export interface LookLoopOptions {
  readonly context: LibraryContext
  readonly queue: WorkQueue
  readonly mayRun: () => boolean
}

export interface LookLoop {
  wake(): void
  /** Asks nothing of the worker until `resume`; resolves when nothing is under way. */
  pause(): Promise<void>
  resume(): void
  close(): Promise<void>
}

/** Small, because what comes on screen meanwhile waits for the rest of a request. */
const filesPerRequest = 100
const pauseAfterErrorMs = 3000

/**
 * Reads heads of files ahead of the slow part: true sizes and capture times give the timeline its shape long before all
 * photos are read.
 */
export function createLookLoop({ context, queue, mayRun }: LookLoopOptions): LookLoop {
  const { store, events, worker, surroundings } = context
  const bell = createBell()
  const closing = new AbortController()
  let pauses = 0
  let underWay: Promise<void> | undefined

  /** Without facts a file counts as looked at too: there is nothing to be had from its head. */
  const remember = (files: readonly UnreadFile[], facts: ReadonlyMap<number, PhotoFacts | null>): void => {
    const photoIds: number[] = []
    store.quickTransaction(() => {
      for (const file of files) {
        const row = store.file.get(file.fileId)
        if (row?.state !== 'found' || row.sizeBytes !== file.sizeBytes || row.mtimeMs !== file.mtimeMs) continue
        store.file.setLooked(file.fileId)
        const found = facts.get(file.fileId)
        // A photo that has content keeps its facts until the edited file turns out to be another photo.
        if (!found || store.photo.contentHash(file.photoId) !== null) continue
        store.photo.setFacts(file.photoId, found)
        photoIds.push(file.photoId)
      }
    })
    events.photosChanged(photoIds)
  }

  const look = async (files: readonly UnreadFile[]): Promise<void> => {
    const facts = new Map<number, PhotoFacts | null>()
    try {
      for await (const looked of worker.look(files.map(fileToRead), closing.signal))
        facts.set(looked.fileId, looked.facts)
      if (!closing.signal.aborted) remember(files, facts)
    } catch (error) {
      if (closing.signal.aborted) return
      surroundings.log('warn', 'Looking at files was cut short.', error)
      await sleep(pauseAfterErrorMs, closing.signal)
    }
  }

  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const files = mayRun() && pauses === 0 ? queue.takeUnlooked(filesPerRequest) : []
      if (files.length === 0) {
        await bell.wait(null)
        continue
      }
      underWay = look(files)
      await underWay
      underWay = undefined
    }
  }
  const running = run()

  return {
    wake: () => bell.ring(),
    async pause() {
      pauses++
      await underWay
    },
    resume() {
      pauses--
      bell.ring()
    },
    async close() {
      closing.abort()
      bell.ring()
      await running
    },
  }
}
