import { mkdtemp, rm, stat } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { FileToRead, WorkerReply } from '../src/contract/worker.ts'
import { createDecodeHost } from '../src/worker/decode-host.ts'
import { decodingLimitMs, readingLimitMs } from '../src/worker/limits.ts'
import { cpuProvider } from '../src/worker/providers/execution-provider.ts'
import { loadModel } from '../src/worker/load-model.ts'
import { serveRequests } from '../src/worker/serve-requests.ts'
import { workerConcurrency } from '../src/worker/worker-concurrency.ts'
import type { EncodeLimits } from './encode-limits.ts'

/** The other half of encode-limits.ts: its process is started like a worker, and calls what a worker calls. */
const requestSchema = z.object({ paths: z.array(z.string()).min(1), modelDir: z.string() })
const photosPerTurn = 60
const batchSize = 4

const concurrency = workerConcurrency(availableParallelism())
const decoder = createDecodeHost({
  threadUrl: new URL('../src/worker/decode-thread.ts', import.meta.url),
  photosAtOnce: concurrency.photosAtOnce,
  readingLimitMs,
  decodingLimitMs,
  onStuck: () => process.exit(1),
})

process.once('message', (message) => void answer(message))

async function answer(message: unknown): Promise<void> {
  const { paths, modelDir } = requestSchema.parse(message)
  const thumbnails = await mkdtemp(join(tmpdir(), 'winnow-bench-thumbnails-'))
  process.send?.(await measure(paths, modelDir, thumbnails))
  decoder.close()
  await rm(thumbnails, { recursive: true })
  process.disconnect()
}

/** Time and processor time that add up over turns. */
interface Total {
  photos: number
  ms: number
  cpuMs: number
}

async function measure(paths: readonly string[], modelDir: string, thumbnails: string): Promise<EncodeLimits> {
  const model = await loadModel(modelDir, cpuProvider(concurrency.encoderThreads))
  const { image } = model.manifest
  const files = await filesOf(paths)
  const pipeline = await startPipeline(modelDir)

  const decodeOne = async (file: FileToRead): Promise<Float32Array> => {
    const result = await decoder.run({ type: 'read', file, image, thumbnailDir: join(thumbnails, 'decode') })
    if (result.type !== 'read') throw new Error(result.type === 'failed' ? result.failure.message : result.type)
    return result.photo.tensor
  }
  const tensor = await decodeOne(files[0]!)
  const batch = Array.from({ length: batchSize }, () => tensor)
  await model.images.encode(batch)
  await pipeline(files.slice(0, 1), join(thumbnails, 'both'))

  const [decode, encode, both] = [newTotal(), newTotal(), newTotal()]
  for (let from = 1; from < files.length; from += photosPerTurn) {
    const turn = files.slice(from, from + photosPerTurn)
    await addTime(decode, turn.length, async () => {
      const waiting = [...turn]
      const takeTurns = async (): Promise<void> => {
        for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await decodeOne(file)
      }
      await Promise.all(Array.from({ length: concurrency.photosInFlight }, takeTurns))
    })
    const batches = Math.ceil(turn.length / batchSize)
    await addTime(encode, batches * batchSize, async () => {
      for (let i = 0; i < batches; i++) await model.images.encode(batch)
    })
    await addTime(both, turn.length, () => pipeline(turn, join(thumbnails, 'both')))
  }
  return {
    decodePerSecond: perSecond(decode),
    encodePerSecond: perSecond(encode),
    bothPerSecond: 1 / (1 / perSecond(decode) + 1 / perSecond(encode)),
    pipelinePerSecond: perSecond(both),
    decodeCpuMs: decode.cpuMs / decode.photos,
    encodeCpuMs: encode.cpuMs / encode.photos,
    pipelineCpuMs: both.cpuMs / both.photos,
  }
}

/** The worker's own answer to `read`, in this process. */
async function startPipeline(modelDir: string): Promise<(files: FileToRead[], thumbnailDir: string) => Promise<void>> {
  let lastRequestId = 0
  let hear: ((reply: WorkerReply) => void) | undefined
  const serve = serveRequests({
    decoder,
    reply: (reply) => hear?.(reply),
    photosInFlight: concurrency.photosInFlight,
  })
  const request = (body: object): Promise<void> =>
    new Promise((resolve, reject) => {
      hear = (reply) => {
        if (reply.type === 'done' || reply.type === 'model-loaded') resolve()
        else if (reply.type === 'failed') reject(new Error(reply.message))
        else if (reply.type === 'read' && !reply.result.ok) reject(new Error(reply.result.failure.message))
      }
      serve({ ...body, requestId: ++lastRequestId })
    })
  const settings = { provider: 'cpu', threads: concurrency.encoderThreads, batchSize }
  await request({ type: 'load-model', modelDir, settings })
  return (files, thumbnailDir) => request({ type: 'read', files, thumbnailDir })
}

async function filesOf(paths: readonly string[]): Promise<FileToRead[]> {
  return Promise.all(
    paths.map(async (path, i) => {
      const { size, mtimeMs } = await stat(path)
      return { fileId: i + 1, path, sizeBytes: size, mtimeMs }
    }),
  )
}

function newTotal(): Total {
  return { photos: 0, ms: 0, cpuMs: 0 }
}

function perSecond({ photos, ms }: Total): number {
  return (photos * 1000) / ms
}

async function addTime(total: Total, photos: number, work: () => Promise<void>): Promise<void> {
  const startedAtMs = performance.now()
  const cpuBefore = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(cpuBefore)
  total.photos += photos
  total.ms += performance.now() - startedAtMs
  total.cpuMs += (user + system) / 1000
}
