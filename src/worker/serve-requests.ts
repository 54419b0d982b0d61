import { z } from 'zod'
import { WinnowError } from '../contract/error.ts'
import { workerRequestSchema } from '../contract/worker.ts'
import type { FileToRate, FileToRead, PhotoRead, WorkerReply, WorkerRequest } from '../contract/worker.ts'
import { createBudget } from './budget.ts'
import type { DecodeHost } from './decode-host.ts'
import { createEncodeQueue } from './encode-queue.ts'
import type { EncodeQueue } from './encode-queue.ts'
import { inspectGraphs } from './inspect-graphs.ts'
import type { LoadedModel } from './load-model.ts'
import { NoNumbersError } from './providers/no-numbers-error.ts'
import { openOnProvider } from './providers/open-on-provider.ts'
import { probeProvider } from './providers/probe-provider.ts'
import { verifyModelFiles } from './read-manifest.ts'

export interface ServeOptions {
  readonly decoder: DecodeHost
  readonly reply: (message: WorkerReply) => void
  /** Photos between "reading" and "read": enough that decoders have work while the encoder blocks this thread. */
  readonly photosInFlight: number
}

type Request<T extends WorkerRequest['type']> = Extract<WorkerRequest, { type: T }>

interface ActiveModel {
  /** Folder and settings, to know the same wish again. */
  readonly wanted: string
  readonly model: LoadedModel
  readonly encoding: EncodeQueue
}

const looksInFlight = 16
/** Whoever loads a model to index says so within this time; otherwise the next thing asked for is likely a search. */
const quietMs = 1000

/** Answers what the library asks (src/contract/worker.ts). @returns what to call with each message */
export function serveRequests(options: ServeOptions): (message: unknown) => void {
  const { decoder, reply } = options
  let photos = createBudget(options.photosInFlight)
  const looks = createBudget(looksInFlight)
  const running = new Map<number, AbortController>()
  let active: Promise<ActiveModel> | undefined

  async function fulfil(request: Exclude<WorkerRequest, Request<'cancel'>>, signal: AbortSignal): Promise<void> {
    switch (request.type) {
      case 'load-model':
        return load(request)
      case 'verify-model':
        await verifyModelFiles(request.modelDir)
        return reply({ type: 'done', requestId: request.requestId })
      case 'inspect-graphs':
        return inspect(request)
      case 'probe-provider':
        return probe(request)
      case 'look':
        return look(request, signal)
      case 'rate':
        return rate(request, signal)
      case 'read':
        return read(request, signal)
      case 'render':
        return render(request)
      case 'embed-texts':
        return embedTexts(request, signal)
      case 'embed-picture':
        return embedPicture(request)
    }
  }

  async function load({ requestId, modelDir, settings }: Request<'load-model'>): Promise<void> {
    const before = active
    const wanted = JSON.stringify([modelDir, settings])
    active = (async () => {
      const loaded = await before?.catch(() => undefined)
      if (loaded?.wanted === wanted) return loaded
      const model = await openOnProvider(modelDir, settings, reply)
      photos = createBudget(settings.isGentle === true ? 1 : options.photosInFlight)
      return { wanted, model, encoding: createEncodeQueue(model, settings.batchSize) }
    })()
    const { model, encoding } = await active
    const { manifest, provider } = model
    const { id, version, name, embeddingDim } = manifest
    reply({ type: 'model-loaded', requestId, model: { id, version, name, embeddingDim, provider } })
    setTimeout(() => encoding.prepareTexts(), quietMs).unref()
  }

  async function inspect({ requestId, modelDir, files }: Request<'inspect-graphs'>): Promise<void> {
    reply({ type: 'inspected', requestId, graphs: await inspectGraphs(modelDir, files) })
  }

  async function probe({ requestId, modelDir, settings }: Request<'probe-provider'>): Promise<void> {
    try {
      const { vectors, photosPerSecond, loadMs } = await probeProvider(modelDir, settings)
      reply({ type: 'probed', requestId, vectors: base64(vectors), photosPerSecond, loadMs })
    } catch (error) {
      if (!(error instanceof NoNumbersError)) throw error
      reply({ type: 'probed-no-numbers', requestId })
    }
  }

  async function modelInUse(): Promise<ActiveModel> {
    if (active === undefined) throw new WinnowError('model-missing', 'No model is loaded yet.')
    return active
  }

  async function look({ requestId, files }: Request<'look'>, signal: AbortSignal): Promise<void> {
    const lookAt = async (file: FileToRead): Promise<void> => {
      if (signal.aborted) return
      const result = await decoder.run({ type: 'look', file })
      const facts = result.type === 'looked' ? result.facts : null
      reply({ type: 'looked', requestId, fileId: file.fileId, facts })
    }
    await Promise.all(files.map((file) => looks.spend(1, () => lookAt(file))))
    reply({ type: 'done', requestId })
  }

  async function rate({ requestId, files }: Request<'rate'>, signal: AbortSignal): Promise<void> {
    const rateOne = async (file: FileToRate): Promise<void> => {
      if (signal.aborted) return
      const result = await decoder.run({ type: 'rate', file })
      const rating = result.type === 'rated' ? result.rating : null
      reply({ type: 'rated', requestId, fileId: file.fileId, rating })
    }
    await Promise.all(files.map((file) => looks.spend(1, () => rateOne(file))))
    reply({ type: 'done', requestId })
  }

  async function read({ requestId, files, thumbnailDir }: Request<'read'>, signal: AbortSignal): Promise<void> {
    const { model, encoding } = await modelInUse()
    const readOne = async (file: FileToRead): Promise<void> => {
      if (signal.aborted) return
      const { fileId } = file
      reply({ type: 'reading', requestId, fileId })
      const result = await decoder.run({ type: 'read', file, image: model.manifest.image, thumbnailDir })
      if (result.type === 'failed') {
        return reply({ type: 'read', requestId, fileId, result: { ok: false, failure: result.failure } })
      }
      if (result.type !== 'read') throw new Error(`A read was answered by ${result.type}`)
      const { tensor, stageTimes, ...decoded } = result.photo
      const { vector, encodeMs } = await encoding.encodePhoto(tensor)
      const photo: PhotoRead = { ...decoded, embedding: base64([vector]), stageTimes: { ...stageTimes, encodeMs } }
      reply({ type: 'read', requestId, fileId, result: { ok: true, photo } })
    }
    await Promise.all(files.map((file) => photos.spend(1, () => readOne(file))))
    reply({ type: 'done', requestId })
  }

  async function render({ requestId, file, path }: Request<'render'>): Promise<void> {
    const result = await decoder.run({ type: 'render', file, path })
    if (result.type === 'failed') throw new WinnowError('invalid-input', result.failure.message)
    reply({ type: 'done', requestId })
  }

  async function embedTexts({ requestId, texts }: Request<'embed-texts'>, signal: AbortSignal): Promise<void> {
    const { encoding } = await modelInUse()
    reply({ type: 'embedded', requestId, vectors: base64(await encoding.encodeTexts(texts, signal)) })
    reply({ type: 'done', requestId })
  }

  async function embedPicture({ requestId, data }: Request<'embed-picture'>): Promise<void> {
    const { model, encoding } = await modelInUse()
    const bytes = Buffer.from(data, 'base64')
    const result = await decoder.run({ type: 'picture', data: bytes, image: model.manifest.image })
    if (result.type === 'failed') throw new WinnowError('invalid-input', result.failure.message)
    if (result.type !== 'picture') throw new Error(`A picture was answered by ${result.type}`)
    const { vector } = await encoding.encodeUrgently(result.tensor)
    reply({ type: 'embedded', requestId, vectors: base64([vector]) })
    reply({ type: 'done', requestId })
  }

  async function serve(request: WorkerRequest): Promise<void> {
    const { requestId } = request
    if (request.type === 'cancel') return running.get(requestId)?.abort()
    const controller = new AbortController()
    running.set(requestId, controller)
    try {
      await fulfil(request, controller.signal)
    } catch (error) {
      reply({ type: 'failed', requestId, ...failedReply(error) })
    } finally {
      running.delete(requestId)
    }
  }

  return (message) => {
    const request = workerRequestSchema.safeParse(message)
    if (request.success) void serve(request.data)
    else refuse(message, reply)
  }
}

/** A message of another version of Winnow, or none at all: answered where it says which request it is. */
function refuse(message: unknown, reply: (message: WorkerReply) => void): void {
  const requestId = z.object({ requestId: z.int() }).safeParse(message).data?.requestId
  if (requestId === undefined) return
  reply({ type: 'failed', requestId, code: 'invalid-input', message: 'The worker does not understand this request.' })
}

function failedReply(error: unknown): Pick<Extract<WorkerReply, { type: 'failed' }>, 'code' | 'message'> {
  if (error instanceof WinnowError && isFailedCode(error.code)) return { code: error.code, message: error.message }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}

function isFailedCode(code: string): code is 'model-missing' | 'provider-failed' | 'invalid-input' | 'cancelled' {
  return ['model-missing', 'provider-failed', 'invalid-input', 'cancelled'].includes(code)
}

/** Vectors one after the other, float32 little-endian as every platform Winnow runs on stores them. */
function base64(vectors: readonly Float32Array[]): string {
  return Buffer.concat(
    vectors.map((vector) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)),
  ).toString('base64')
}
