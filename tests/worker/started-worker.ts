import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { workerReplySchema } from '../../src/contract/worker.ts'
import type { FileToRead, WorkerPort, WorkerReply, WorkerRequest } from '../../src/contract/worker.ts'
import { startNodeWorker } from '../../src/platform/start-node-worker.ts'

export const rootDir = join(import.meta.dirname, '../..')
export const workerEntry = join(rootDir, 'src/worker/main.ts')
export const starterDir = join(rootDir, 'models/starter')

type RequestBody = WorkerRequest extends infer R ? (R extends WorkerRequest ? Omit<R, 'requestId'> : never) : never

/** A real worker process and what it said. */
export interface StartedWorker {
  readonly port: WorkerPort
  /** Resolves with the sentence when the process is gone. */
  readonly exited: Promise<string>
  /** Every reply so far, in the order of arrival. */
  readonly replies: WorkerReply[]
  /** Posts a request and resolves with its replies when it is done or has failed. */
  request(body: RequestBody, onReply?: (reply: WorkerReply, requestId: number) => void): Promise<readonly WorkerReply[]>
}

/** Started as every host starts it. Whoever starts one kills it. */
export function startWorker(): StartedWorker {
  const port = startNodeWorker(workerEntry)
  const replies: WorkerReply[] = []
  const listeners = new Set<(reply: WorkerReply) => void>()
  let lastRequestId = 0
  const exited = new Promise<string>((resolve) => port.onExit(resolve))
  port.onMessage((message) => {
    // Parsing is part of the test: the worker must say what the contract says.
    const reply = workerReplySchema.parse(message)
    replies.push(reply)
    for (const listener of listeners) listener(reply)
  })
  return {
    port,
    exited,
    replies,
    request(body, onReply) {
      const requestId = ++lastRequestId
      const own: WorkerReply[] = []
      const answered = new Promise<readonly WorkerReply[]>((resolve, reject) => {
        void exited.then((how) => reject(new Error(how)))
        listeners.add(function listen(reply) {
          if (!('requestId' in reply) || reply.requestId !== requestId) return
          own.push(reply)
          onReply?.(reply, requestId)
          if (!['done', 'failed', 'model-loaded', 'inspected', 'probed'].includes(reply.type)) return
          listeners.delete(listen)
          resolve(own)
        })
      })
      port.post({ ...body, requestId })
      return answered
    },
  }
}

/** Files as a scan would name them, numbered from 1. */
export async function filesToRead(paths: readonly string[]): Promise<FileToRead[]> {
  return Promise.all(
    paths.map(async (path, i) => {
      const { size, mtimeMs } = await stat(path)
      return { fileId: i + 1, path, sizeBytes: size, mtimeMs }
    }),
  )
}
