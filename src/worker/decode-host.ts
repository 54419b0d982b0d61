import { Worker } from 'node:worker_threads'
import type { DecodeNews, DecodeOrder, DecodeResult, DecodeThreadData } from './decode-messages.ts'
import { fileFailure, transientFailure } from './file-failure.ts'
import { loadSharp } from './load-sharp.ts'

// Never used on this thread; see load-sharp.ts for why it is loaded all the same.
loadSharp()

/** An order without its number. */
export type DecodeTask = DecodeOrder extends infer O ? (O extends DecodeOrder ? Omit<O, 'orderId'> : never) : never

export interface DecodeHost {
  /** Never rejects: what goes wrong with a file is a result. */
  run(task: DecodeTask): Promise<DecodeResult>
  /** Ends the thread without waiting for what it does. */
  close(): void
}

export interface DecodeHostOptions {
  /** `decode-thread.ts` from source, `decode-thread.js` when built. */
  readonly threadUrl: URL
  readonly photosAtOnce: number
  readonly readingLimitMs: number
  readonly decodingLimitMs: number
  /** Too many threads hang in native code, which only the end of the process frees. */
  readonly onStuck: () => void
}

interface Pending {
  readonly order: DecodeOrder
  readonly resolve: (result: DecodeResult) => void
  stage: 'waiting' | 'reading' | 'decoding'
  stageBeganAtMs: number
}

const watchEveryMs = 500
/** Each hanging thread holds at least one of libuv's, of which there are only a few. */
const mostStuckThreads = 2

/**
 * Runs the decode thread and watches it. A file that takes longer than sharp's own limit hangs in native code or in a loop:
 * it is answered, the thread replaced, and what else was in it begun again in the new one.
 */
export function createDecodeHost(options: DecodeHostOptions): DecodeHost {
  const pending = new Map<number, Pending>()
  let nextOrderId = 1
  let stuckThreads = 0
  let thread = startThread()
  const watch = setInterval(replaceIfHanging, watchEveryMs).unref()

  function startThread(): Worker {
    const workerData: DecodeThreadData = { photosAtOnce: options.photosAtOnce }
    const started = new Worker(options.threadUrl, { workerData })
    started.on('message', (news: DecodeNews) => hear(news))
    return started
  }

  function hear(news: DecodeNews): void {
    const entry = pending.get(news.orderId)
    // A thread that was given up may still answer for what it has finished since; the answer is as good.
    if (entry === undefined) return
    if (news.type === 'stage') {
      entry.stage = news.stage
      entry.stageBeganAtMs = performance.now()
      return
    }
    pending.delete(news.orderId)
    entry.resolve(news.result)
  }

  function replaceIfHanging(): void {
    const late = [...pending.values()].filter(isLate)
    if (late.length === 0) return
    for (const entry of late) {
      pending.delete(entry.order.orderId)
      entry.resolve({ type: 'failed', failure: lateFailure(entry) })
    }
    giveUp(thread)
    thread = startThread()
    for (const entry of pending.values()) {
      entry.stage = 'waiting'
      thread.postMessage(entry.order, [])
    }
  }

  function isLate({ stage, stageBeganAtMs }: Pending): boolean {
    if (stage === 'waiting') return false
    return performance.now() - stageBeganAtMs > (stage === 'reading' ? options.readingLimitMs : options.decodingLimitMs)
  }

  function giveUp(hanging: Worker): void {
    stuckThreads++
    if (stuckThreads > mostStuckThreads) options.onStuck()
    // Resolves when native code lets go of the thread, which may be never.
    void hanging.terminate().then(() => stuckThreads--)
  }

  return {
    run(task) {
      return new Promise((resolve) => {
        const order: DecodeOrder = { ...task, orderId: nextOrderId++ }
        pending.set(order.orderId, { order, resolve, stage: 'waiting', stageBeganAtMs: 0 })
        thread.postMessage(order, [])
      })
    },
    close() {
      clearInterval(watch)
      void thread.terminate()
    },
  }
}

/** A drive that does not answer says nothing against the file. */
function lateFailure({ order, stage }: Pending) {
  const path = order.type === 'picture' ? 'picture' : order.file.path
  return stage === 'reading' ? transientFailure('unreadable', path) : fileFailure('too-slow', path)
}
