import { mkdtemp, rm, stat } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { createDecodeHost } from '../src/worker/decode-host.ts'
import { decodingLimitMs, readingLimitMs } from '../src/worker/limits.ts'
import { loadModel } from '../src/worker/load-model.ts'
import type { LoadedModel } from '../src/worker/load-model.ts'
import type { EncodeLimits } from './encode-limits.ts'

/** The other half of encode-limits.ts: its process is started like a worker, and calls what a worker calls. */
const requestSchema = z.object({ paths: z.array(z.string()).min(1), modelDir: z.string() })
const cores = availableParallelism()
const batchSize = 8
const mostEncoded = 400

process.once('message', (message) => void answer(message))

async function answer(message: unknown): Promise<void> {
  const { paths, modelDir } = requestSchema.parse(message)
  process.send?.(await measure(paths, modelDir))
  process.disconnect()
}

interface Pace {
  readonly perSecond: number
  readonly cpuMs: number
}

async function measure(paths: readonly string[], modelDir: string): Promise<EncodeLimits> {
  const model = await loadModel(modelDir, cores)
  const tensors: Float32Array[] = []
  const decode = await decodeAll(paths, model, tensors)
  const encode = await encodeAll(model, tensors, Math.min(paths.length, mostEncoded))
  return {
    decodePerSecond: decode.perSecond,
    encodePerSecond: encode.perSecond,
    bothPerSecond: 1 / (1 / decode.perSecond + 1 / encode.perSecond),
    decodeCpuMs: decode.cpuMs,
    encodeCpuMs: encode.cpuMs,
  }
}

/** @param tensors receives the first ones, for the encoder */
async function decodeAll(paths: readonly string[], model: LoadedModel, tensors: Float32Array[]): Promise<Pace> {
  const thumbnailDir = await mkdtemp(join(tmpdir(), 'winnow-bench-thumbnails-'))
  const decoder = createDecodeHost({
    threadUrl: new URL('../src/worker/decode-thread.ts', import.meta.url),
    photosAtOnce: cores + 1,
    readingLimitMs,
    decodingLimitMs,
    onStuck: () => process.exit(1),
  })
  const read = async (path: string, fileId: number): Promise<void> => {
    const { size, mtimeMs } = await stat(path)
    const file = { fileId, path, sizeBytes: size, mtimeMs }
    const result = await decoder.run({ type: 'read', file, image: model.manifest.image, thumbnailDir })
    if (result.type === 'failed') throw new Error(result.failure.message)
    if (result.type === 'read' && tensors.length < batchSize) tensors.push(result.photo.tensor)
  }
  // The first photo waits for its thread to start, which is not what is measured.
  await read(paths[0]!, 1)
  const pace = await timed(paths.length - 1, async () => {
    let next = 1
    const one = async (): Promise<void> => {
      while (next < paths.length) await read(paths[next]!, next++)
    }
    await Promise.all(Array.from({ length: 4 * cores }, one))
  })
  decoder.close()
  await rm(thumbnailDir, { recursive: true })
  return pace
}

async function encodeAll(model: LoadedModel, tensors: readonly Float32Array[], count: number): Promise<Pace> {
  const batch = Array.from({ length: batchSize }, (_, i) => tensors[i % tensors.length]!)
  await model.images.encode(batch)
  const batches = Math.ceil(count / batchSize)
  return timed(batches * batchSize, async () => {
    for (let i = 0; i < batches; i++) await model.images.encode(batch)
  })
}

async function timed(photos: number, work: () => Promise<void>): Promise<Pace> {
  const startedAtMs = performance.now()
  const cpuBefore = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(cpuBefore)
  return { perSecond: (photos * 1000) / (performance.now() - startedAtMs), cpuMs: (user + system) / 1000 / photos }
}
