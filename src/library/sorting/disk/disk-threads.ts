import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { DiskAnswer, DiskOrder, Stop } from './disk-orders.ts'

/** An order without what the threads need beside it. */
export type DiskTask = { readonly type: 'copy'; readonly from: string; readonly to: string } | HashTask
interface HashTask {
  readonly type: 'hash'
  readonly path: string
}
export type DiskResult = Pick<Extract<DiskAnswer, { type: 'done' }>, 'contentHash' | 'opened'>

export interface DiskThreads {
  /** @throws the system's error, or the signal's reason */
  run(task: DiskTask, signal: AbortSignal | undefined): Promise<DiskResult>
}

interface Pending {
  readonly order: DiskOrder
  readonly signal: AbortSignal | undefined
  readonly resolve: (result: DiskResult) => void
  readonly reject: (error: unknown) => void
}

interface Thread {
  readonly worker: Worker
  readonly pending: Map<number, Pending>
}

const threadCount = Math.min(4, availableParallelism())
/** In one message: to wake a thread costs more than to look at a file. Each has as many ahead at most while it works on others. */
const ordersAtOnce = 8
const idleMs = 10_000

// Built, it lies beside the programs, one folder above what they share.
const threadUrl = import.meta.url.endsWith('.ts')
  ? new URL('./disk-thread.ts', import.meta.url)
  : new URL(import.meta.url.replace(/\/(chunks\/)?[^/]*$/, '/disk-thread.js'))

/** Threads that read and write files. They start with the first order, end when there is none for a while, and hold up no exit. */
export function createDiskThreads(): DiskThreads {
  const waiting: Pending[] = []
  const threads = new Set<Thread>()
  const stops = new WeakMap<AbortSignal, Int32Array>()
  let nextOrderId = 1
  let idle: NodeJS.Timeout | undefined

  const start = (): Thread => {
    // Files that it opens are closed here, once they are on the disk.
    const worker = new Worker(threadUrl, { trackUnmanagedFds: false })
    const thread: Thread = { worker, pending: new Map() }
    const fail = (error: unknown): void => {
      threads.delete(thread)
      for (const { reject } of thread.pending.values()) reject(error)
      thread.pending.clear()
      give()
    }
    worker.on('message', (answers: readonly DiskAnswer[]) => hear(thread, answers))
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('A thread that copies files has ended.')))
    threads.add(thread)
    return thread
  }

  const give = (): void => {
    clearTimeout(idle)
    while (waiting.length > 0) {
      const free = [...threads].toSorted((a, b) => a.pending.size - b.pending.size)[0]
      const isBusy = free === undefined || free.pending.size > 0
      const thread = isBusy && threads.size < threadCount ? start() : free
      if (thread === undefined || thread.pending.size >= ordersAtOnce) return
      // Few large files are for all threads.
      const some = waiting.splice(0, Math.min(ordersAtOnce, Math.ceil(waiting.length / threadCount)))
      if (thread.pending.size === 0) thread.worker.ref()
      for (const one of some) thread.pending.set(one.order.orderId, one)
      thread.worker.postMessage(some.map(({ order }) => order))
    }
    idle = setTimeout(endIdle, idleMs).unref()
  }

  const endIdle = (): void => {
    for (const thread of threads) {
      if (thread.pending.size > 0) continue
      threads.delete(thread)
      void thread.worker.terminate()
    }
  }

  const hear = (thread: Thread, answers: readonly DiskAnswer[]): void => {
    for (const answer of answers) {
      const one = thread.pending.get(answer.orderId)
      thread.pending.delete(answer.orderId)
      if (one === undefined) continue
      if (answer.type === 'done') one.resolve(answer)
      else if (answer.type === 'stopped') one.reject(one.signal?.reason)
      else one.reject(Object.assign(new Error(answer.error.message), answer.error.details))
    }
    if (thread.pending.size === 0) thread.worker.unref()
    give()
  }

  const stopOf = (signal: AbortSignal | undefined): Stop => {
    if (signal === undefined) return null
    const known = stops.get(signal)
    if (known !== undefined) return known
    const stop = new Int32Array(new SharedArrayBuffer(4))
    signal.addEventListener('abort', () => Atomics.store(stop, 0, 1), { once: true })
    stops.set(signal, stop)
    return stop
  }

  return {
    async run(task, signal) {
      signal?.throwIfAborted()
      return await new Promise((resolve, reject) => {
        const order = { ...task, orderId: nextOrderId++, stop: stopOf(signal) }
        waiting.push({ order, signal, resolve, reject })
        // Those of the same moment go together.
        if (waiting.length === 1) setImmediate(give)
      })
    },
  }
}
