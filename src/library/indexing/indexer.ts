import { z } from 'zod'
import { WinnowError } from '../../contract/error.ts'
import type { Progress } from '../../contract/indexing.ts'
import { createRateWindow } from '../../core/progress/rate-window.ts'
import type { LibraryContext, Tagger } from '../context.ts'
import type { WorkCounts } from '../store/work.ts'
import { thumbnailVersion } from '../media/cache-files.ts'
import { createFailureHandler } from './handle-failures.ts'
import { createLookLoop } from './look-loop.ts'
import { obstacleOf } from './obstacle.ts'
import { createReadLoop } from './read-loop.ts'
import { createWorkQueue } from './work-queue.ts'

/** Reads what the scan has found until nothing is left, and says how far it is. */
export interface Indexer {
  start(): void
  /** There may be something new to read. */
  wake(): void
  /** Photos on screen: they are read first. */
  want(photoIds: readonly number[]): void
  pause(): void
  /** Ends a pause, and tries again at once what waits. */
  resume(): void
  progress(): Progress
  /** Photos are being read or looked for. */
  readonly isReading: boolean
  /** Another model serves: what it has not looked at is read again. */
  modelChanged(): void
  /** Something is in the way: indexing waits, says so, and tries again now and then. */
  block(error: unknown): void
  /** See `Library.settled`. */
  settled(signal?: AbortSignal): Promise<void>
  close(): Promise<void>
}

export interface IndexerOptions {
  readonly context: LibraryContext
  readonly tagger: Tagger
  readonly isScanning: () => boolean
  /** Looks at one directory again. */
  readonly rescan: (folderId: number, directory: string) => void
  /** What was in the way may be gone. */
  readonly onTryAgain: () => void
}

const pausedSetting = 'indexing.paused'
const rateWindowMs = 10_000
/** After so long, what was in the way may be gone: space freed, a worker that starts again. */
const tryAgainMs = 30_000
/** Counting 100,000 files takes 30 ms; of the time, it may take this part. Between two counts, what is done is added up. */
const countingShare = 0.02
const longestBetweenCountsMs = 2000

export function createIndexer({ context, tagger, isScanning, rescan, onTryAgain }: IndexerOptions): Indexer {
  const { store, events, surroundings, hold } = context
  const closing = new AbortController()
  const rate = createRateWindow(rateWindowMs)
  const queue = createWorkQueue(store)
  const failures = createFailureHandler(context, queue, rescan)
  const waiters = new Set<PromiseWithResolvers<void>>()
  let isStarted = false
  let isPaused = store.setting.get(pausedSetting, z.boolean()) ?? false
  let obstacle: WinnowError | null = null
  let tryingAgain: NodeJS.Timeout | undefined
  /** Something was read since the categories last settled. */
  let isUnsettled = false
  let settling: Promise<void> | undefined
  let counts = store.work.counts()
  let countAgainAtMs = 0

  const mayRun = (): boolean =>
    isStarted && !isPaused && obstacle === null && hold.reason() === null && !closing.signal.aborted

  const countAnew = (): WorkCounts => {
    const beganAtMs = performance.now()
    counts = store.work.counts()
    const endedAtMs = performance.now()
    countAgainAtMs = endedAtMs + Math.min(longestBetweenCountsMs, (endedAtMs - beganAtMs) / countingShare)
    return counts
  }

  const countsNow = (): WorkCounts => (performance.now() > countAgainAtMs ? countAnew() : counts)

  const stateNow = (isLeft: boolean): Pick<Progress, 'state' | 'stage'> => {
    const stage = reads.isReading ? 'reading' : isScanning() ? 'scanning' : settling === undefined ? 'none' : 'tagging'
    if (isPaused) return { state: 'paused', stage: 'none' }
    if (obstacle !== null) return { state: 'waiting', stage: 'none' }
    if (isLeft && hold.reason() !== null) return { state: 'waiting', stage: 'none' }
    if (stage === 'none' && isLeft && isStarted) {
      // Between two requests, or all that is left can't be opened just now.
      return queue.deferredCount > 0 ? { state: 'waiting', stage } : { state: 'running', stage: 'reading' }
    }
    return { state: stage === 'none' ? 'idle' : 'running', stage }
  }

  const progress = (): Progress => {
    const { total, done, failed } = countsNow()
    const nowMs = performance.now()
    const left = total - done
    const { state, stage } = stateNow(left > 0)
    const isRunning = state === 'running'
    return {
      state,
      stage,
      done,
      total,
      photosPerSecond: isRunning ? rate.perSecond(nowMs) : 0,
      // While the scan goes on, nobody knows how much is left.
      secondsLeft: isRunning && !isScanning() ? rate.secondsLeft(left, nowMs) : null,
      problemCount: failed,
      notice:
        obstacle?.message ?? (state === 'waiting' ? (hold.reason() ?? deferredNotice(queue.deferredCount)) : null),
    }
  }

  const announce = (): void => {
    if (!closing.signal.aborted) events.announce('progress.changed', progress())
  }

  const block = (error: unknown): void => {
    if (closing.signal.aborted) return
    if (obstacle === null) surroundings.log('warn', 'Indexing waits.', error)
    obstacle = obstacleOf(error)
    reads.stop()
    clearTimeout(tryingAgain)
    tryingAgain = setTimeout(clearObstacle, tryAgainMs)
    tryingAgain.unref()
    announce()
    check()
  }

  const clearObstacle = (): void => {
    clearTimeout(tryingAgain)
    obstacle = null
    onTryAgain()
    wake()
  }

  /** When nothing is left: lets the categories settle, then tells who waits for the end. */
  const check = (): void => {
    if (closing.signal.aborted) return
    if (waiters.size > 0 && obstacle !== null) {
      for (const waiter of waiters) waiter.reject(obstacle)
      waiters.clear()
      return
    }
    const isBusy = reads.isReading || isScanning() || settling !== undefined
    if (isBusy) return
    const { total, done } = countAnew()
    if (!isPaused && total > done) return
    if (isUnsettled && mayRun()) {
      isUnsettled = false
      settling = settle()
      announce()
      return
    }
    rate.reset()
    announce()
    for (const waiter of waiters) waiter.resolve()
    waiters.clear()
  }

  const settle = async (): Promise<void> => {
    try {
      await tagger.settle(closing.signal)
    } catch (error) {
      if (!closing.signal.aborted) surroundings.log('error', 'Settling the categories failed.', error)
    }
    settling = undefined
    if (!closing.signal.aborted) check()
  }

  const looks = createLookLoop({ context, queue, mayRun })
  const reads = createReadLoop({
    context,
    tagger,
    queue,
    failures,
    looks,
    mayRun,
    onDone({ readCount, failedCount }) {
      rate.add(readCount + failedCount, performance.now())
      const done = counts.done + readCount + failedCount
      counts = { total: Math.max(counts.total, done), done, failed: counts.failed + failedCount }
      isUnsettled = true
      announce()
    },
    onBlocked: block,
    onChanged() {
      announce()
      if (!reads.isReading) check()
    },
  })

  const wake = (): void => {
    if (closing.signal.aborted) return
    queue.invalidate()
    looks.wake()
    reads.wake()
    announce()
    check()
  }

  const readWhatIsMissing = (): void => {
    requeueOutdated().catch((error: unknown) => {
      if (!(error instanceof WinnowError && error.code === 'cancelled')) block(error)
    })
  }

  hold.onChanged(() => {
    if (hold.reason() === null) return wake()
    reads.stop()
    rate.reset()
    announce()
  })

  /** Photos of another model or with thumbnails of an older kind go back into the queue. */
  const requeueOutdated = async (): Promise<void> => {
    const model = await context.worker.model(closing.signal)
    store.embedding.requeueOutdated(store.model.ensure(model), thumbnailVersion)
    wake()
  }

  return {
    start() {
      isStarted = true
      // What could not be opened the last time may be open now.
      store.problem.retryWithCode('unreadable')
      readWhatIsMissing()
      // The judges of a new vocabulary are made now, so that photos get their tags as they are read.
      settling = settle()
      wake()
    },
    wake,
    want(photoIds) {
      queue.want(photoIds)
      looks.wake()
      if (queue.hasWanted) reads.hurry()
      reads.wake()
    },
    pause() {
      store.setting.set(pausedSetting, true)
      isPaused = true
      reads.stop()
      rate.reset()
      announce()
    },
    resume() {
      store.setting.set(pausedSetting, false)
      isPaused = false
      queue.undefer()
      clearObstacle()
    },
    progress,
    get isReading() {
      return reads.isReading || isScanning()
    },
    modelChanged: readWhatIsMissing,
    block,
    async settled(signal) {
      const waiter = Promise.withResolvers<void>()
      const giveUp = (): void => waiter.resolve()
      signal?.addEventListener('abort', giveUp)
      waiters.add(waiter)
      if (signal?.aborted === true) giveUp()
      else check()
      try {
        await waiter.promise
      } finally {
        waiters.delete(waiter)
        signal?.removeEventListener('abort', giveUp)
      }
    },
    async close() {
      closing.abort()
      clearTimeout(tryingAgain)
      for (const waiter of waiters) waiter.resolve()
      await Promise.all([looks.close(), reads.close()])
      await settling
    },
  }
}

function deferredNotice(count: number): string {
  return count === 1
    ? 'One photo can’t be opened at the moment. Winnow tries again soon.'
    : `${count.toLocaleString('en')} photos can’t be opened at the moment. Winnow tries again soon.`
}
