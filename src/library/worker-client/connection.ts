import { WinnowError } from '../../contract/error.ts'
import type { ModelInfo, StartWorker, WorkerReply, WorkerRequest } from '../../contract/worker.ts'
import { workerReplySchema } from '../../contract/worker.ts'

/** A reply that belongs to a request. */
export type RequestReply = Exclude<WorkerReply, { type: 'ready' }>
type WithoutId<R> = R extends unknown ? Omit<R, 'requestId'> : never
export type RequestBody = WithoutId<WorkerRequest>

/** Who waits for the replies of one request. */
export interface RequestListener {
  onReply(reply: RequestReply): void
  /** The worker is gone; a sentence says how. No more replies come. */
  onDeath(how: string): void
}

/** One run of a worker process, from its start to its end. */
export interface Connection {
  /** Resolves when the worker has said that it is there. */
  readonly ready: Promise<void>
  /** Loads the model; asked once, whoever asks. Rejects with `model-missing`. */
  model(): Promise<ModelInfo>
  /** Returns the function that cancels the request; its `done` still comes. */
  request(body: RequestBody, listener: RequestListener): () => void
  kill(): void
}

export interface ConnectionOptions {
  readonly startWorker: StartWorker
  readonly modelDir: string
  /** Once, when the process is gone. */
  readonly onDeath: (how: string) => void
  readonly log: (level: 'info' | 'warn' | 'error', message: string, details?: unknown) => void
}

/** A worker that says nothing for so long while files are asked for is stuck: its own limit is 30 s a file. */
const silenceMs = 120_000
const silenceCheckMs = 10_000

/** The error of everything that was asked of a worker that died. */
export function workerDied(how: string): WinnowError {
  return new WinnowError('worker-down', `The part of Winnow that reads photos stopped. ${how}`)
}

/** Starts a worker process and gives each reply to the request it answers. */
export function connectWorker(options: ConnectionOptions): Connection {
  const listeners = new Map<number, RequestListener>()
  const ready = Promise.withResolvers<void>()
  // Whoever needs the worker awaits it as well; a worker that dies unasked is no unhandled rejection.
  ready.promise.catch(() => {})
  let model: Promise<ModelInfo> | undefined
  let lastRequestId = 0
  let heardAtMs = performance.now()
  let dead = false

  const port = options.startWorker()

  const die = (how: string): void => {
    if (dead) return
    dead = true
    clearInterval(silence)
    ready.reject(workerDied(how))
    const left = [...listeners.values()]
    listeners.clear()
    // First the back-off, then those who will ask again.
    options.onDeath(how)
    for (const listener of left) listener.onDeath(how)
  }

  const silence = setInterval(() => {
    if (listeners.size === 0 || performance.now() - heardAtMs < silenceMs) return
    options.log('warn', 'The worker has been silent for too long and is ended.')
    port.kill()
  }, silenceCheckMs)
  silence.unref()

  port.onExit(die)
  port.onMessage((message) => {
    heardAtMs = performance.now()
    const parsed = workerReplySchema.safeParse(message)
    if (!parsed.success) {
      options.log('error', 'The worker sent a message that was not understood.', parsed.error.message)
      return
    }
    const reply = parsed.data
    if (reply.type === 'ready') {
      options.log('info', 'The worker is ready.', reply.versions)
      ready.resolve()
      return
    }
    const listener = listeners.get(reply.requestId)
    if (
      reply.type === 'done' ||
      reply.type === 'failed' ||
      reply.type === 'model-loaded' ||
      reply.type === 'embedded'
    ) {
      listeners.delete(reply.requestId)
    }
    listener?.onReply(reply)
  })

  const request = (body: RequestBody, listener: RequestListener): (() => void) => {
    if (dead) {
      listener.onDeath('It is not running.')
      return () => {}
    }
    const requestId = ++lastRequestId
    if (listeners.size === 0) heardAtMs = performance.now()
    listeners.set(requestId, listener)
    port.post({ ...body, requestId })
    return () => {
      if (listeners.has(requestId)) port.post({ type: 'cancel', requestId })
    }
  }

  const loadModel = async (): Promise<ModelInfo> => {
    await ready.promise
    const loaded = Promise.withResolvers<ModelInfo>()
    request(
      { type: 'load-model', modelDir: options.modelDir },
      {
        onReply(reply) {
          if (reply.type === 'model-loaded') loaded.resolve(reply.model)
          else if (reply.type === 'failed') loaded.reject(new WinnowError(reply.code, reply.message))
        },
        onDeath: (how) => loaded.reject(workerDied(how)),
      },
    )
    return await loaded.promise
  }

  return {
    ready: ready.promise,
    model: () => (model ??= loadModel()),
    request,
    kill: () => port.kill(),
  }
}
