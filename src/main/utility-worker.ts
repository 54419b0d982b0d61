import type { MessagePortMain } from 'electron'
import type { WorkerPort } from '../contract/worker.ts'
import type { FromLibrary } from './process-messages.ts'

/** Workers that main runs for the library process, because a utility process can't fork another. */
export interface UtilityWorkers {
  start(): WorkerPort
  started(workerId: number, port: MessagePortMain): void
  ended(workerId: number, how: string): void
}

interface Waiting {
  readonly unsent: unknown[]
  readonly messageListeners: ((message: unknown) => void)[]
  readonly exitListeners: ((how: string) => void)[]
  port?: MessagePortMain
}

/** The library process's side of it: asks main by `tell`, and is told what became of it by `started` and `ended`. */
export function utilityWorkers(tell: (message: FromLibrary) => void): UtilityWorkers {
  const workers = new Map<number, Waiting>()
  let lastWorkerId = 0

  return {
    start() {
      lastWorkerId += 1
      const workerId = lastWorkerId
      const worker: Waiting = { unsent: [], messageListeners: [], exitListeners: [] }
      workers.set(workerId, worker)
      tell({ type: 'start-worker', workerId })
      return {
        post: (message) => {
          if (worker.port === undefined) worker.unsent.push(message)
          else worker.port.postMessage(message)
        },
        onMessage: (listener) => void worker.messageListeners.push(listener),
        onExit: (listener) => void worker.exitListeners.push(listener),
        kill: () => tell({ type: 'kill-worker', workerId }),
      }
    },

    started(workerId, port) {
      const worker = workers.get(workerId)
      if (worker === undefined) return
      worker.port = port
      port.on('message', ({ data }) => {
        for (const listener of worker.messageListeners) listener(data)
      })
      port.start()
      for (const message of worker.unsent.splice(0)) port.postMessage(message)
    },

    ended(workerId, how) {
      const worker = workers.get(workerId)
      workers.delete(workerId)
      worker?.port?.close()
      for (const listener of worker?.exitListeners ?? []) listener(how)
    },
  }
}
