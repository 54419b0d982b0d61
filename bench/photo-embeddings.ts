import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modelManifestSchema } from '../src/core/model/manifest.ts'
import { packFloat32, unpackVectors } from '../src/core/vector/unpack-vectors.ts'
import type { VectorMatrix } from '../src/core/vector/vector-matrix.ts'
import { cpuProvider } from '../src/worker/providers/execution-provider.ts'
import { loadModel } from '../src/worker/load-model.ts'
import { readPicture } from '../src/worker/read-photo.ts'

/**
 * The starter model as the worker runs it, for benchmarks: photos and texts to unit vectors, each computed once and kept under
 * the system's folder for temporary files.
 */

const modelDir = join(import.meta.dirname, '../models/starter')
const threads = 2

const manifest = modelManifestSchema.parse(JSON.parse(await readFile(join(modelDir, 'manifest.json'), 'utf8')))
const cacheDir = join(tmpdir(), 'winnow-bench', `worker-${manifest.id}@${manifest.version}`)

export const embeddingDim = manifest.embeddingDim
/** How many of the first numbers are aligned with words; the rest are visual only, and zero in the vector of a text. */
export const alignedDim = manifest.parts?.aligned ?? manifest.embeddingDim

/** One row a file, in the order given. Throws for a file that can't be decoded: benchmarks run on good photos. */
export async function embedPhotos(paths: readonly string[]): Promise<VectorMatrix> {
  const facts = await Promise.all(paths.map(async (path) => `${path} ${(await stat(path)).size}`))
  return cached('photos', facts, async () => {
    const { images } = await loadModel(modelDir, cpuProvider(threads))
    const rows: Float32Array[] = []
    for (const path of paths)
      rows.push(...(await images.encode([await readPicture(await readFile(path), manifest.image)])))
    return rows
  })
}

/** One row a text, in the order given. The texts are whole prompts, templates already filled in. */
export async function embedTexts(texts: readonly string[]): Promise<VectorMatrix> {
  return cached('texts', texts, async () => {
    const model = await loadModel(modelDir, cpuProvider(threads))
    return model.withTexts(async (encoder) => {
      const rows: Float32Array[] = []
      for (const text of texts) rows.push(...(await encoder.encode([encoder.tokenize(text)])))
      return rows
    })
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
