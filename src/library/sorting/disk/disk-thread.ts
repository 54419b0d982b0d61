import { parentPort } from 'node:worker_threads'
import { copyFile } from './copy-file.ts'
import type { DiskAnswer, DiskFailure, DiskOrder } from './disk-orders.ts'
import { hashFile } from './hash-file.ts'
import { ReadingStopped } from './read-pieces.ts'
import { systemCalls } from './system-calls.ts'

/**
 * Entry of the threads that copy and hash. They may block: a small photo costs a dozen calls of the system, and to wait for each by an
 * event loop costs ten times as much as the call.
 */
if (parentPort === null) throw new Error('disk-thread.ts is started by the library, not by itself')
const port = parentPort
const calls = await systemCalls()
const memory = Buffer.allocUnsafeSlow(1024 * 1024)

/** Longer than that nobody waits for the answer about a small file because others came with it. */
const answerWithinMs = 4

port.on('message', (orders: readonly DiskOrder[]) => {
  let answers: DiskAnswer[] = []
  let sinceMs = performance.now()
  for (const order of orders) {
    answers.push(answerTo(order))
    if (performance.now() - sinceMs < answerWithinMs) continue
    port.postMessage(answers)
    answers = []
    sinceMs = performance.now()
  }
  if (answers.length > 0) port.postMessage(answers)
})

function answerTo(order: DiskOrder): DiskAnswer {
  const { orderId, stop } = order
  try {
    if (stop !== null && Atomics.load(stop, 0) !== 0) throw new ReadingStopped()
    if (order.type === 'copy')
      return { type: 'done', orderId, ...copyFile({ from: order.from, to: order.to, memory, stop, calls }) }
    return { type: 'done', orderId, contentHash: hashFile(order.path, memory, stop), opened: null }
  } catch (error) {
    return error instanceof ReadingStopped
      ? { type: 'stopped', orderId }
      : { type: 'failed', orderId, error: failureOf(error) }
  }
}

function failureOf(error: unknown): DiskFailure {
  if (!(error instanceof Error)) return { message: String(error), details: {} }
  // What can be counted of an error of the system: its code, errno, syscall, path and dest.
  return { message: error.message, details: Object.fromEntries(Object.entries(error)) }
}
