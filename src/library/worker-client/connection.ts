import { WinnowError } from '../../contract/error.ts'
import type { ModelInfo, StartWorker, WorkerReply, WorkerRequest } from '../../contract/worker.ts'
import { workerReplySchema } from '../../contract/worker.ts'
import type { EncoderTarget } from '../context.ts'
import { watchSilence } from './watch-silence.ts'

/** A reply that belongs to a request. */
export type RequestReply = Exclude<WorkerReply, { type: 'ready' | 'encoding' }>
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
  readonly target: EncoderTarget
  /** Resolves when the worker has said that it is there. */
  readonly ready: Promise<void>
  /** Loads the model; asked once, whoever asks. Rejects with `model-missing`, `provider-failed` or `worker-down`. */
  model(): Promise<ModelInfo>
  /** Returns the function that cancels the request; its `done` still comes. */
  request(body: RequestBody, listener: RequestListener): () => void
  /** Ends it when all that was asked is answered. */
  retire(): void
  readonly isRetired: boolean
  /** The execution provider failed, whatever else may be said: what it did not answer is asked again elsewhere. */
  blameProvider(): void
  readonly isProviderToBlame: boolean
  kill(): void
}

export interface ConnectionOptions {
  readonly startWorker: StartWorker
  readonly target: EncoderTarget
  /** Once, when the process is gone. */
  readonly onDeath: (how: string) => void
  readonly log: (level: 'info' | 'warn' | 'error', message: string, details?: unknown) => void
}

/** What is asked in the moment of a `retire` still gets through. */
const retiringMs = 300

/** The error of everything that was asked of a worker that died. */
export function workerDied(how: string): WinnowError {
  return new WinnowError('worker-down', `The part of Winnow that reads photos stopped. ${how}`)
}

/** Starts a worker process and gives each reply to the request it answers. */
export function connectWorker(options: ConnectionOptions): Connection {
  const { target, log } = options
  const listeners = new Map<number, RequestListener>()
  const ready = Promise.withResolvers<void>()
  // Whoever needs the worker awaits it as well; a worker that dies unasked is no unhandled rejection.
  ready.promise.catch(() => {})
  const isOnProcessor = target.settings.provider === 'cpu'
  let model: Promise<ModelInfo> | undefined
  let lastRequestId = 0
  let isDead = false
  let retiring: NodeJS.Timeout | undefined
  let isProviderToBlame = false

  const port = options.startWorker()
  const silence = watchSilence(
    () => listeners.size > 0,
    (what) => {
      log('warn', `The worker is ended: ${what}`)
      port.kill()
    },
  )

  const die = (how: string): void => {
    if (isDead) return
    isDead = true
    if (!isOnProcessor && silence.isProviderAtWork) isProviderToBlame = true
    silence.stop()
    clearInterval(retiring)
    ready.reject(workerDied(how))
    const left = [...listeners.values()]
    listeners.clear()
    // First the back-off, then those who will ask again.
    options.onDeath(how)
    for (const listener of left) listener.onDeath(how)
  }

  port.onExit(die)
  port.onMessage((message) => {
    silence.heard()
    const parsed = workerReplySchema.safeParse(message)
    if (!parsed.success) {
      log('error', 'The worker sent a message that was not understood.', parsed.error.message)
      return
    }
    const reply = parsed.data
    if (reply.type === 'encoding') {
      silence.providerIs(reply.isRunning ? 'running' : 'idle')
      return
    }
    if (reply.type === 'ready') {
      log('info', 'The worker is ready.', reply.versions)
      ready.resolve()
      return
    }
    const listener = listeners.get(reply.requestId)
    if (isLast(reply)) listeners.delete(reply.requestId)
    listener?.onReply(reply)
  })

  const request = (body: RequestBody, listener: RequestListener): (() => void) => {
    if (isDead) {
      listener.onDeath('It is not running.')
      return () => {}
    }
    const requestId = ++lastRequestId
    if (listeners.size === 0) silence.heard()
    listeners.set(requestId, listener)
    port.post({ ...body, requestId })
    return () => {
      if (listeners.has(requestId)) port.post({ type: 'cancel', requestId })
    }
  }

  const loadModel = async (): Promise<ModelInfo> => {
    await ready.promise
    const loaded = Promise.withResolvers<ModelInfo>()
    if (!isOnProcessor) silence.providerIs('loading')
    request(
      { type: 'load-model', modelDir: target.model.modelDir, settings: target.settings },
      {
        onReply(reply) {
          silence.providerIs('idle')
          if (reply.type === 'model-loaded') loaded.resolve(reply.model)
          else if (reply.type === 'failed') loaded.reject(new WinnowError(reply.code, reply.message))
        },
        onDeath: (how) => loaded.reject(workerDied(how)),
      },
    )
    return await loaded.promise
  }

  return {
    target,
    ready: ready.promise,
    model: () => (model ??= loadModel()),
    request,
    retire() {
      retiring ??= setInterval(() => {
        if (listeners.size === 0) port.kill()
      }, retiringMs)
    },
    get isRetired() {
      return retiring !== undefined
    },
    blameProvider() {
      isProviderToBlame = true
    },
    get isProviderToBlame() {
      return isProviderToBlame
    },
    kill: () => port.kill(),
  }
}

function isLast({ type }: RequestReply): boolean {
  return ['done', 'failed', 'model-loaded', 'embedded', 'inspected', 'probed', 'probed-no-numbers'].includes(type)
}
