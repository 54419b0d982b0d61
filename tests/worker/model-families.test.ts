import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/contract/worker.ts'
import { importModel, modelFixtureNames, modelFixturesDir } from '../fixtures/models/import-model.ts'
import { filesToRead, startWorker } from './started-worker.ts'
import type { StartedWorker } from './started-worker.ts'

// Each family's tiny model, recognised by its own files and run in a real worker, against what onnxruntime in Python answered for
// the same picture and texts (tests/fixtures/models/make_models.py).

const expectedSchema = z.object({
  picture: z.array(z.number()),
  texts: z.array(z.object({ text: z.string(), ids: z.array(z.int()), vector: z.array(z.number()) })),
})
const settings = { provider: 'cpu', threads: 1, batchSize: 4 } as const

let worker: StartedWorker
let picturePath: string
beforeAll(async () => {
  worker = startWorker()
  picturePath = join(mkdtempSync(join(tmpdir(), 'winnow-picture-')), 'picture.png')
  await sharp(drawnPicture(), { raw: { width: 32, height: 32, channels: 3 } })
    .png()
    .toFile(picturePath)
})
afterAll(() => worker.port.kill())

/** The picture of make_models.py. */
function drawnPicture(): Uint8Array {
  return Uint8Array.from({ length: 32 * 32 * 3 }, (_, i) => {
    const [y, x, channel] = [Math.floor(i / 96), Math.floor(i / 3) % 32, i % 3]
    return (x * 7 + y * 13 + channel * 29 + x * y) % 256
  })
}

async function inspect(modelDir: string, files: readonly string[]): Promise<readonly Graph[]> {
  const [reply] = await worker.request({ type: 'inspect-graphs', modelDir, files: [...files] })
  if (reply?.type !== 'inspected') throw new Error(JSON.stringify(reply))
  return reply.graphs
}

function vectorsOf(base64: string, dim: number): readonly (readonly number[])[] {
  const bytes = Buffer.from(base64, 'base64')
  const numbers = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  return Array.from({ length: numbers.length / dim }, (_, row) =>
    Array.from(numbers.subarray(row * dim, (row + 1) * dim)),
  )
}

/** Both are unit vectors. */
function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

describe.each(modelFixtureNames)('a model like %s', (name) => {
  const source = join(modelFixturesDir, name)
  const expected = expectedSchema.parse(JSON.parse(readFileSync(join(source, 'expected.json'), 'utf8')))
  // float16 has 11 bits; all else is exact but for the order of sums.
  const least = name === 'mobileclip-float16' ? 0.9995 : 0.99999
  let modelDir: string
  beforeAll(async () => {
    modelDir = await importModel(source, inspect)
  })

  it('sees and reads as the reference does', async () => {
    const [loaded] = await worker.request({ type: 'load-model', modelDir, settings })
    expect(loaded).toMatchObject({ type: 'model-loaded', model: { embeddingDim: 16, provider: 'cpu' } })

    const files = await filesToRead([picturePath, picturePath, picturePath])
    const thumbnailDir = mkdtempSync(join(tmpdir(), 'winnow-thumbnails-'))
    const read = await worker.request({ type: 'read', files, thumbnailDir })
    const embeddings = read.flatMap((reply) =>
      reply.type === 'read' && reply.result.ok ? vectorsOf(reply.result.photo.embedding, 16) : [],
    )
    expect(embeddings).toHaveLength(3)
    for (const embedding of embeddings) expect(cosine(embedding, expected.picture)).toBeGreaterThan(least)

    for (const { text, vector } of expected.texts) {
      const [embedded] = await worker.request({ type: 'embed-texts', texts: [text] })
      if (embedded?.type !== 'embedded') throw new Error(JSON.stringify(embedded))
      expect(cosine(vectorsOf(embedded.vectors, 16)[0]!, vector)).toBeGreaterThan(least)
    }
  })

  it('reads texts of all lengths in one batch as each alone', async () => {
    await worker.request({ type: 'load-model', modelDir, settings })
    const texts = [...expected.texts.map(({ text }) => text), 'a photo of a cat, a photo of a cat, a photo of a cat']
    const [embedded] = await worker.request({ type: 'embed-texts', texts })
    if (embedded?.type !== 'embedded') throw new Error(JSON.stringify(embedded))
    const vectors = vectorsOf(embedded.vectors, 16)
    // An encoder of 8 bits rounds by the largest number of a whole batch.
    const leastInBatch = name === 'siglip2' ? 0.99 : least
    expected.texts.forEach(({ vector }, i) => expect(cosine(vectors[i]!, vector)).toBeGreaterThan(leastInBatch))
  })
})
