import type { SortProgress } from '../../../contract/sorting.ts'
import { WinnowError } from '../../../contract/error.ts'
import { untilAborted } from '../../timing/until-aborted.ts'
import type { SortEngineOptions } from './engine-options.ts'
import { finishRun } from './finish-run.ts'
import { interruptRun, recoverRuns } from './recover-runs.ts'
import { runGroups, settleAndStore } from './run-groups.ts'
import type { RunProgress } from './run-progress.ts'
import { createRunProgress } from './run-progress.ts'
import type { NewSortRun, SortEngine } from './sort-engine.ts'
import { Obstacle } from './stop.ts'
import type { Direction } from './transfer.ts'
import { unforeseenNotice } from './unforeseen-notice.ts'

interface CurrentRun {
  readonly runId: number
  readonly direction: Direction
  readonly progress: RunProgress
  state: 'running' | 'paused' | 'waiting'
  isFinished: boolean
  /** Why the loop is to end; null while it may go on. */
  wish: 'pause' | 'cancel' | 'close' | null
  notice: string | null
  abort: AbortController
  working: Promise<void>
}

const quietMs = 100

const idle: SortProgress = {
  runId: null,
  state: 'idle',
  direction: 'apply',
  done: 0,
  total: 0,
  doneBytes: 0,
  totalBytes: 0,
  filesPerSecond: 0,
  secondsLeft: null,
  problemCount: 0,
  notice: null,
}

/** Sorts files on disk, one run at a time, with a journal. Nothing happens before it is asked to. */
export function createSortEngine(options: SortEngineOptions): SortEngine {
  const { context, scanner } = options
  const { store, events, surroundings } = context
  let current: CurrentRun | null = null
  let isClosed = false
  let announcedAtMs = -Infinity

  const progress = (): SortProgress => {
    if (current === null) return idle
    const { runId, state, notice } = current
    const now = current.progress.now()
    return state === 'running'
      ? { runId, state, notice, ...now }
      : { runId, state, notice, ...now, filesPerSecond: 0, secondsLeft: null }
  }

  const announce = (): void => events.announce('sorting.changed', progress())

  /** A thousand files a second are no reason to count how far they are a thousand times. */
  const onProgress = (): void => {
    const nowMs = performance.now()
    if (nowMs - announcedAtMs < quietMs) return
    announcedAtMs = nowMs
    announce()
  }

  const announceRuns = (): void => {
    events.announce('sorting.runsChanged', {})
    announce()
  }

  /** Until nothing is pending, something is in the way, or the person wishes otherwise. */
  const work = async (one: CurrentRun): Promise<void> => {
    const release = await scanner.hold()
    try {
      const run = store.sortRun.get(one.runId)
      if (run === undefined) return
      await settleAndStore(options, run)
      await runGroups(options, { ...one, run, signal: one.abort.signal, onProgress })
      if (store.sortEntry.pending(one.runId, one.direction).files > 0) return
      await finishRun(options, run, one.direction)
      one.isFinished = true
    } catch (error) {
      await stopFor(one, error)
    } finally {
      release()
    }
  }

  const stopFor = async (one: CurrentRun, error: unknown): Promise<void> => {
    const run = store.sortRun.get(one.runId)
    if (!(error instanceof Obstacle)) surroundings.log('error', 'Sorting had to stop.', error)
    one.notice = error instanceof Obstacle ? error.message : unforeseenNotice(error, run?.targetPath ?? '')
    one.state = 'waiting'
    if (run === undefined || error instanceof Obstacle) return
    // What it had in hand is looked after now if the disk lets it; else when the run goes on.
    await settleAndStore(options, run).catch((again: unknown) =>
      surroundings.log('warn', 'What sorting had in hand is looked after later.', again),
    )
  }

  const go = (one: CurrentRun): void => {
    one.state = 'running'
    one.wish = null
    one.notice = null
    one.abort = new AbortController()
    one.working = work(one)
      .then(() => rest(one))
      .catch((error: unknown) => {
        one.state = 'waiting'
        one.notice = unforeseenNotice(error, store.sortRun.get(one.runId)?.targetPath ?? '')
        surroundings.log('error', 'Sorting had to stop.', error)
        if (!isClosed) announceRuns()
      })
    announceRuns()
  }

  /** The loop has ended. */
  const rest = (one: CurrentRun): void => {
    one.progress.rest()
    if (one.isFinished) current = null
    else if (one.wish === 'cancel') end(one)
    else if (one.wish === 'pause' && one.state === 'running') one.state = 'paused'
    if (isClosed) return
    announceRuns()
    options.onDone()
  }

  /** By the person. */
  const end = (one: CurrentRun): void => {
    store.transaction(() => {
      if (one.direction === 'undo') store.sortEntry.keepDone(one.runId)
      const isWhole = one.direction === 'undo' && store.sortEntry.count(one.runId, 'waiting') === 0
      store.sortRun.setState(one.runId, isWhole ? 'done' : 'cancelled', surroundings.clock.nowMs(), null)
    })
    current = null
  }

  const begin = (runId: number, direction: Direction, journal: () => void): void => {
    store.transaction(() => {
      journal()
      store.sortRun.setState(runId, direction === 'apply' ? 'applying' : 'undoing', null, null)
    })
    const run = store.sortRun.get(runId)
    const total = store.sortEntry.pending(runId, direction)
    const over =
      direction === 'apply' ? store.sortEntry.withStates(runId, ['done', 'failed']) : { files: 0, sizeBytes: 0 }
    const whole = { files: total.files + over.files, sizeBytes: total.sizeBytes + over.sizeBytes }
    const isCopying = run?.action === 'copy' && direction === 'apply'
    current = {
      runId,
      direction,
      progress: createRunProgress(direction, isCopying, over, whole),
      state: 'running',
      isFinished: false,
      wish: null,
      notice: null,
      abort: new AbortController(),
      working: Promise.resolve(),
    }
    go(current)
  }

  const refuseBusy = (): void => {
    if (current !== null || isClosed)
      throw new WinnowError('not-available', 'Files are being sorted already. Wait for the end of that, or cancel it.')
  }

  const refuseUnknown = (runId: number): void => {
    if (store.sortRun.get(runId) === undefined) throw new WinnowError('not-found', 'There is no such run.')
  }

  const insert = (run: NewSortRun): number =>
    store.transaction(() => {
      const { rulesName, action, targetPath } = run
      const runId = store.sortRun.insert({ rulesName, action, targetPath, startedAtMs: surroundings.clock.nowMs() })
      for (const entry of run.entries) store.sortEntry.insert({ ...entry, runId })
      return runId
    })

  const settled = async (signal?: AbortSignal): Promise<void> => {
    if (current?.state !== 'running') return
    await untilAborted(current.working, signal)
    await settled(signal)
  }

  return {
    start(run) {
      refuseBusy()
      const runId = insert(run)
      begin(runId, 'apply', () => undefined)
      return runId
    },
    resumeRun(runId) {
      refuseBusy()
      refuseUnknown(runId)
      const isUndo = store.sortEntry.pending(runId, 'undo').files > 0
      begin(runId, isUndo ? 'undo' : 'apply', () => {
        if (!isUndo) store.sortEntry.wantWaiting(runId)
      })
    },
    undo(runId, entryIds) {
      refuseBusy()
      refuseUnknown(runId)
      begin(runId, 'undo', () => store.sortEntry.wantUndo(runId, entryIds))
    },
    redo(runId) {
      refuseBusy()
      refuseUnknown(runId)
      begin(runId, 'apply', () => store.sortEntry.wantAgain(runId))
    },
    pause() {
      if (current?.state === 'waiting') current.state = 'paused'
      if (current?.state !== 'running') return announce()
      current.wish ??= 'pause'
      current.abort.abort()
    },
    resume() {
      const one = current
      if (one === null || one.wish === 'cancel') return
      if (one.state !== 'running') go(one)
      // It has not even stopped yet.
      else if (one.wish === 'pause') void one.working.then(() => current === one && one.state === 'paused' && go(one))
    },
    cancel() {
      if (current === null) return
      if (current.state === 'running') {
        current.wish = 'cancel'
        current.abort.abort()
        return
      }
      end(current)
      announceRuns()
    },
    progress,
    async recover() {
      await recoverRuns(options)
    },
    settled,
    async close() {
      isClosed = true
      const one = current
      if (one === null) return
      if (one.wish !== 'cancel') one.wish = 'close'
      one.abort.abort()
      await one.working
      if (current === null) return
      const run = store.sortRun.get(one.runId)
      current = null
      // What is still in hand is looked after at the next start.
      if (run !== undefined && store.sortEntry.inHand(run.runId).length === 0)
        interruptRun(options, run, 'Winnow was closed', null)
    },
  }
}
