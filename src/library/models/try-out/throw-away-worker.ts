import { WinnowError } from '../../../contract/error.ts'
import type { StartWorker, WorkerPort, WorkerReply, WorkerRequest } from '../../../contract/worker.ts'
import { workerReplySchema } from '../../../contract/worker.ts'

type RequestReply = Extract<WorkerReply, { requestId: number }>
type WithoutId<R> = R extends unknown ? Omit<R, 'requestId'> : never

/** A worker for one thing that may kill it: a model nobody knows. */
export interface ThrowAwayWorker {
  /** The last reply to a request. Rejects when the worker says that it failed, dies or is silent for too long. */
  ask(request: WithoutId<WorkerRequest>): Promise<RequestReply>
  end(): void
}

/** Loading a model of a gigabyte from a slow disk, on a slow processor. */
const usualLimitMs = 180_000

/**
 * The process starts with the first request.
 * @param signal ends it
 * @param limitMs for each request
 */
export function startThrowAwayWorker(
  startWorker: StartWorker,
  signal: AbortSignal,
  limitMs = usualLimitMs,
): ThrowAwayWorker {
  let port: WorkerPort | undefined
  const waiting = new Map<number, PromiseWithResolvers<RequestReply>>()
  let lastId = 0
  let ended: WinnowError | undefined

  const end = (error: WinnowError): void => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  const kill = (error: WinnowError): void => {
    end(error)
    port?.kill()
  }
  const onAbort = (): void => kill(new WinnowError('cancelled', 'This was stopped.'))
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) onAbort()

  const start = (): WorkerPort => {
    const started = startWorker()
    started.onExit((how) => end(new WinnowError('worker-down', `Winnow’s encoder stopped over it. ${how}`)))
    started.onMessage((message) => {
      const parsed = workerReplySchema.safeParse(message)
      if (!parsed.success || !('requestId' in parsed.data)) return
      const reply = parsed.data
      const asked = waiting.get(reply.requestId)
      waiting.delete(reply.requestId)
      if (reply.type === 'failed') asked?.reject(new WinnowError(reply.code, reply.message))
      else asked?.resolve(reply)
    })
    return started
  }

  return {
    async ask(request) {
      if (ended !== undefined) throw ended
      const requestId = ++lastId
      const asked = Promise.withResolvers<RequestReply>()
      waiting.set(requestId, asked)
      const timer = setTimeout(() => {
        kill(new WinnowError('worker-down', `Winnow’s encoder said nothing for ${Math.round(limitMs / 1000)} seconds.`))
      }, limitMs)
      port ??= start()
      port.post({ ...request, requestId })
      try {
        return await asked.promise
      } finally {
        clearTimeout(timer)
      }
    },
    end() {
      signal.removeEventListener('abort', onAbort)
      kill(new WinnowError('cancelled', 'This was stopped.'))
    },
  }
}
