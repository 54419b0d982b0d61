import { Tokenizer } from '@huggingface/tokenizers'
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import sharp from 'sharp'
import { z } from 'zod'
import { packFloat32, unpackVectors } from '../src/core/vector/unpack-vectors.ts'
import type { VectorMatrix } from '../src/core/vector/vector-matrix.ts'

/**
 * The starter model without the app around it, for benchmarks: photos and texts to unit vectors, each computed once and kept
 * under the system's folder for temporary files.
 */

const modelDir = join(import.meta.dirname, '../models/starter')
const sidePx = 260

const manifestSchema = z.object({
  id: z.string(),
  version: z.string(),
  embeddingDim: z.int().positive(),
  text: z.object({ maxTokens: z.int().positive() }),
  parts: z.object({ aligned: z.int().positive(), visual: z.int().positive() }),
})

const manifest = manifestSchema.parse(await readJson(join(modelDir, 'manifest.json')))
const cacheDir = join(tmpdir(), 'winnow-bench', `${manifest.id}@${manifest.version}`)

export const embeddingDim = manifest.embeddingDim
/** How many of the first numbers are aligned with words; the rest are visual only, and zero in the vector of a text. */
export const alignedDim = manifest.parts.aligned

/** One row a file, in the order given. Throws for a file that can't be decoded: benchmarks run on good photos. */
export async function embedPhotos(paths: readonly string[]): Promise<VectorMatrix> {
  const facts = await Promise.all(paths.map(async (path) => `${path} ${(await stat(path)).size}`))
  return cached('photos', facts, async () => {
    const session = await openSession('image.onnx')
    const rows: Float32Array[] = []
    for (const path of paths) {
      const pixels = new Tensor('float32', await pixelsOf(path), [1, 3, sidePx, sidePx])
      rows.push(await floatsOf(session, { pixels }))
    }
    await session.release()
    return rows
  })
}

/** One row a text, in the order given. The texts are whole prompts, templates already filled in. */
export async function embedTexts(texts: readonly string[]): Promise<VectorMatrix> {
  return cached('texts', texts, async () => {
    const tokenizer = new Tokenizer(asObject(await readJson(join(modelDir, 'tokenizer.json'))), {})
    const session = await openSession('text.onnx')
    const rows: Float32Array[] = []
    for (const text of texts) {
      const ids = cutTo(manifest.text.maxTokens, tokenizer.encode(text).ids)
      const shape = [1, ids.length]
      rows.push(
        await floatsOf(session, {
          input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
          attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
        }),
      )
    }
    await session.release()
    return rows
  })
}

/** The vectors of neutral photos that come with the model. */
export async function loadBackground(): Promise<VectorMatrix> {
  return unpackVectors(await readFile(join(modelDir, 'background.f16')), embeddingDim, 'float16le')
}

async function cached(
  kind: string,
  keys: readonly string[],
  compute: () => Promise<readonly Float32Array[]>,
): Promise<VectorMatrix> {
  const name = createHash('sha256').update(JSON.stringify(keys)).digest('hex').slice(0, 24)
  const path = join(cacheDir, `${kind}-${name}.f32`)
  const known = await readFile(path).catch(() => undefined)
  if (known !== undefined) return unpackVectors(known, embeddingDim, 'float32le')
  const rows = await compute()
  const data = new Float32Array(rows.length * embeddingDim)
  rows.forEach((row, i) => data.set(row, i * embeddingDim))
  await mkdir(cacheDir, { recursive: true })
  // Two benchmarks may run at once: each writes its own file and the last rename wins, with the same content.
  const unfinished = `${path}.${process.pid}`
  await writeFile(unfinished, packFloat32(data))
  await rename(unfinished, path)
  return { data, rows: rows.length, dim: embeddingDim }
}

async function openSession(file: string): Promise<InferenceSession> {
  return InferenceSession.create(join(modelDir, file), { intraOpNumThreads: 1, interOpNumThreads: 1 })
}

async function floatsOf(session: InferenceSession, feeds: Record<string, Tensor>): Promise<Float32Array> {
  const output = await session.run(feeds)
  const data = output['embedding']?.data
  if (!(data instanceof Float32Array)) throw new Error('The model has no float output named “embedding”.')
  return data
}

/** Upright, on white, squashed to a square, as the model's card says; channel after channel, (x/255 - 127/255) / (128/255). */
async function pixelsOf(path: string): Promise<Float32Array> {
  const bytes = await sharp(path)
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(sidePx, sidePx, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer()
  const area = sidePx * sidePx
  if (bytes.length !== area * 3) throw new Error(`${path} did not decode to three channels.`)
  const pixels = new Float32Array(area * 3)
  for (let i = 0; i < area; i++) {
    for (let channel = 0; channel < 3; channel++) pixels[channel * area + i] = (bytes[i * 3 + channel]! - 127) / 128
  }
  return pixels
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'))
}

/** A long text loses its end, but keeps the token that says where it ends. */
function cutTo(maxTokens: number, ids: readonly number[]): readonly number[] {
  return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ids.at(-1)!]
}

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new Error('tokenizer.json holds no object.')
  return value
}
