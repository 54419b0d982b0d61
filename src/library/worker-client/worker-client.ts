import { WinnowError } from '../../contract/error.ts'
import type { FileToRate, FileToRead, ModelInfo, StartWorker } from '../../contract/worker.ts'
import { unpackVectors } from '../../core/vector/unpack-vectors.ts'
import type { ReadOutcome, WorkerClient } from '../context.ts'
import { sleep } from '../timing/sleep.ts'
import { cancelledError, untilAborted } from '../timing/until-aborted.ts'
import type { Connection, RequestReply } from './connection.ts'
import { connectWorker, workerDied } from './connection.ts'
import { createMessageChannel } from './message-channel.ts'
import { createRestartPolicy } from './restart-policy.ts'

export interface WorkerClientOptions {
  readonly startWorker: StartWorker
  readonly modelDir: string
  readonly thumbnailDir: string
  readonly log: (level: 'info' | 'warn' | 'error', message: string, details?: unknown) => void
}

/** A text is never what kills a worker, so it is asked again; but not for ever. */
const textAttempts = 3
/** A request may name 1,000 files; the fewer, the sooner it can be cancelled. */
const ratedAtOnce = 200
/** What is asked once more after a worker's death is not to blame for it in most cases. */
const rateAttempts = 2

/** The worker behind restarts and back-off: see `WorkerClient`. The process is started with the first request. */
export function createWorkerClient(options: WorkerClientOptions): WorkerClient {
  const policy = createRestartPolicy()
  const closing = new AbortController()
  let connection: Connection | undefined
  let connecting: Promise<Connection> | undefined

  const start = async (): Promise<Connection> => {
    await sleep(policy.delayMs(performance.now()), closing.signal)
    if (closing.signal.aborted) throw cancelledError()
    const onDeath = (how: string): void => {
      connection = undefined
      if (closing.signal.aborted) return
      policy.ended(performance.now(), how)
      options.log('warn', `The worker ended: ${how}`)
    }
    try {
      const started = connectWorker({
        startWorker: options.startWorker,
        modelDir: options.modelDir,
        log: options.log,
        onDeath,
      })
      connection = started
      await started.ready
      policy.started()
      return started
    } catch (error) {
      if (connection === undefined && error instanceof WinnowError) throw error
      // `startWorker` itself threw: the program is not there, or no process can be made.
      onDeath(error instanceof Error ? error.message : String(error))
      throw workerDied(String(error))
    }
  }

  /** Tries again until a worker is there or the policy gives up. */
  const connect = async (): Promise<Connection> => {
    while (true) {
      try {
        return await start()
      } catch (error) {
        if (closing.signal.aborted) throw cancelledError()
        // Throws when there is no hope.
        policy.delayMs(performance.now())
        options.log('warn', 'The worker did not start.', error)
      }
    }
  }

  const current = async (signal?: AbortSignal): Promise<Connection> => {
    if (closing.signal.aborted) throw cancelledError()
    if (connecting === undefined && connection !== undefined) return connection
    connecting ??= connect().finally(() => {
      connecting = undefined
    })
    return await untilAborted(connecting, signal)
  }

  const withModel = async (signal?: AbortSignal): Promise<{ connection: Connection; model: ModelInfo }> => {
    while (true) {
      const connected = await current(signal)
      try {
        return { connection: connected, model: await untilAborted(connected.model(), signal) }
      } catch (error) {
        // It died while loading; `current` backs off and gives up in time.
        if (error instanceof WinnowError && error.code === 'worker-down' && !closing.signal.aborted) continue
        throw error
      }
    }
  }

  async function* read(files: readonly FileToRead[], signal?: AbortSignal): AsyncGenerator<ReadOutcome> {
    const { connection, model } = await withModel(signal)
    const channel = createMessageChannel<ReadOutcome>()
    const unanswered = new Set(files.map((file) => file.fileId))
    const begun = new Set<number>()
    const onReply = (reply: RequestReply): void => {
      if (reply.type === 'reading') begun.add(reply.fileId)
      else if (reply.type === 'done') channel.end()
      else if (reply.type === 'failed') channel.fail(new WinnowError(reply.code, reply.message))
      else if (reply.type === 'read' && unanswered.delete(reply.fileId)) {
        policy.worked()
        begun.delete(reply.fileId)
        channel.push(outcomeOf(reply, model))
      }
    }
    const onDeath = (how: string): void => {
      for (const fileId of unanswered) {
        const message = workerDied(how).message
        channel.push({
          fileId,
          ok: false,
          wasBegun: begun.has(fileId),
          failure: { kind: 'transient', code: 'worker-restarting', message },
        })
      }
      channel.end()
    }
    const thumbnailDir = options.thumbnailDir
    const cancel = connection.request({ type: 'read', files: [...files], thumbnailDir }, { onReply, onDeath })
    yield* untilCancelled(channel, cancel, signal)
  }

  async function* look(files: readonly FileToRead[], signal?: AbortSignal): ReturnType<WorkerClient['look']> {
    const connected = await current(signal)
    await untilAborted(connected.ready, signal)
    const channel = createMessageChannel<{
      fileId: number
      facts: Extract<RequestReply, { type: 'looked' }>['facts']
    }>()
    const unanswered = new Set(files.map((file) => file.fileId))
    const cancel = connected.request(
      { type: 'look', files: [...files] },
      {
        onReply(reply) {
          if (reply.type === 'looked') {
            unanswered.delete(reply.fileId)
            channel.push({ fileId: reply.fileId, facts: reply.facts })
          } else if (reply.type === 'done') channel.end()
          else if (reply.type === 'failed') channel.fail(new WinnowError(reply.code, reply.message))
        },
        onDeath() {
          for (const fileId of unanswered) channel.push({ fileId, facts: null })
          channel.end()
        },
      },
    )
    yield* untilCancelled(channel, cancel, signal)
  }

  async function* rate(files: readonly FileToRate[], signal?: AbortSignal): ReturnType<WorkerClient['rate']> {
    for (let from = 0; from < files.length; from += ratedAtOnce) {
      const unrated = new Map(files.slice(from, from + ratedAtOnce).map((file) => [file.fileId, file]))
      for (let attempt = 1; attempt <= rateAttempts && unrated.size > 0; attempt++) {
        for await (const rated of rateOnce([...unrated.values()], signal)) {
          unrated.delete(rated.fileId)
          yield rated
        }
        if (signal?.aborted === true) return
      }
      for (const fileId of unrated.keys()) yield { fileId, rating: null }
    }
  }

  /** Ends early when the worker dies. */
  async function* rateOnce(files: readonly FileToRate[], signal?: AbortSignal): ReturnType<WorkerClient['rate']> {
    const connected = await current(signal)
    await untilAborted(connected.ready, signal)
    const channel = createMessageChannel<{ fileId: number; rating: number | null }>()
    const cancel = connected.request(
      { type: 'rate', files: [...files] },
      {
        onReply(reply) {
          if (reply.type === 'rated') channel.push({ fileId: reply.fileId, rating: reply.rating })
          else if (reply.type === 'done') channel.end()
          else if (reply.type === 'failed') channel.fail(new WinnowError(reply.code, reply.message))
        },
        onDeath: () => channel.end(),
      },
    )
    yield* untilCancelled(channel, cancel, signal)
  }

  /** One request that is answered with vectors. */
  const embed = async (
    body: Parameters<Connection['request']>[0],
    signal: AbortSignal | undefined,
  ): Promise<readonly Float32Array[]> => {
    const { connection, model } = await withModel(signal)
    const answer = Promise.withResolvers<readonly Float32Array[]>()
    const cancel = connection.request(body, {
      onReply(reply) {
        if (reply.type === 'embedded') {
          policy.worked()
          answer.resolve(rowsOf(reply.vectors, model.embeddingDim))
        } else if (reply.type === 'failed') answer.reject(new WinnowError(reply.code, reply.message))
      },
      onDeath: (how) => answer.reject(workerDied(how)),
    })
    try {
      return await untilAborted(answer.promise, signal)
    } catch (error) {
      cancel()
      throw error
    }
  }

  const render: WorkerClient['render'] = async (file, path, signal) => {
    const connected = await current(signal)
    const answer = Promise.withResolvers<void>()
    const cancel = connected.request(
      { type: 'render', file, path },
      {
        onReply(reply) {
          if (reply.type === 'done') answer.resolve()
          else if (reply.type === 'failed') answer.reject(new WinnowError(reply.code, reply.message))
        },
        onDeath: (how) => answer.reject(workerDied(how)),
      },
    )
    try {
      await untilAborted(answer.promise, signal)
    } catch (error) {
      cancel()
      throw error
    }
  }

  return {
    model: async (signal) => (await withModel(signal)).model,
    look,
    rate,
    read,
    render,
    async embedTexts(texts, signal) {
      if (texts.length === 0) return []
      for (let attempt = 1; ; attempt++) {
        try {
          return await embed({ type: 'embed-texts', texts: [...texts] }, signal)
        } catch (error) {
          const mayTryAgain = error instanceof WinnowError && error.code === 'worker-down' && attempt < textAttempts
          if (!mayTryAgain) throw error
        }
      }
    },
    async embedPicture(data, signal) {
      const vectors = await embed({ type: 'embed-picture', data: Buffer.from(data).toString('base64') }, signal)
      return vectors[0]!
    },
    async close() {
      closing.abort()
      connection?.kill()
      connection = undefined
    },
  }
}

/** Passes on what comes. When the signal aborts or the reader leaves, the worker drops what it has not begun. */
async function* untilCancelled<T>(
  channel: AsyncIterable<T>,
  cancel: () => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  signal?.addEventListener('abort', cancel)
  if (signal?.aborted === true) cancel()
  let isDone = false
  try {
    yield* channel
    isDone = true
  } finally {
    signal?.removeEventListener('abort', cancel)
    if (!isDone) cancel()
  }
}

function outcomeOf(reply: Extract<RequestReply, { type: 'read' }>, model: ModelInfo): ReadOutcome {
  const { fileId, result } = reply
  if (!result.ok) return { fileId, ok: false, wasBegun: false, failure: result.failure }
  const embedding = rowsOf(result.photo.embedding, model.embeddingDim)[0]!
  return { fileId, ok: true, photo: result.photo, embedding, model }
}

function rowsOf(base64: string, dim: number): readonly Float32Array[] {
  const matrix = unpackVectors(Buffer.from(base64, 'base64'), dim, 'float32le')
  return Array.from({ length: matrix.rows }, (_, row) => matrix.data.subarray(row * dim, (row + 1) * dim))
}
