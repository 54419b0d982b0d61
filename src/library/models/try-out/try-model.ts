import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WinnowError } from '../../../contract/error.ts'
import { unpackVectors } from '../../../core/vector/unpack-vectors.ts'
import type { ThrowAwayWorker } from './throw-away-worker.ts'

/** Two pictures that come with the starter, and words for them. */
const pictures = ['golden/house.png', 'golden/sunset.png']
const words = ['a photo of a house', 'a photo of a sunset']

/** Vectors that differ by less in every number are one vector for everything. */
const leastDifference = 1e-6

/**
 * Uses a model once, as the library will: loads it and has two pictures and two texts looked at.
 * @param modelDir with its manifest
 * @param starterDir holds the pictures
 * @throws WinnowError `invalid-input` with a sentence that says what is wrong with the model
 */
export async function tryModel(
  worker: ThrowAwayWorker,
  { modelDir, starterDir, embeddingDim }: { modelDir: string; starterDir: string; embeddingDim: number },
): Promise<void> {
  try {
    await worker.ask({ type: 'load-model', modelDir, settings: { provider: 'cpu', threads: 1, batchSize: 1 } })
    const seen: Float32Array[] = []
    for (const picture of pictures) {
      const data = (await readFile(join(starterDir, picture))).toString('base64')
      seen.push(...vectorsOf(await worker.ask({ type: 'embed-picture', data }), embeddingDim))
    }
    requireSound(seen, 'pictures')
    const said = vectorsOf(await worker.ask({ type: 'embed-texts', texts: words }), embeddingDim)
    requireSound(said, 'words')
  } catch (error) {
    throw cannotBeUsed(error)
  }
}

/** What the worker says of a model, as a reason not to take it; anything else as it is. */
export function cannotBeUsed(error: unknown): unknown {
  if (!(error instanceof WinnowError) || error.code === 'cancelled') return error
  return new WinnowError('invalid-input', `The model was tried and can’t be used. ${error.message}`)
}

function vectorsOf(reply: { readonly type: string; readonly vectors?: string }, dim: number): readonly Float32Array[] {
  if (reply.vectors === undefined) throw new WinnowError('internal', `It answered “${reply.type}”.`)
  const bytes = Buffer.from(reply.vectors, 'base64')
  if (bytes.length === 0 || bytes.length % (dim * 4) !== 0) {
    throw new WinnowError('invalid-input', `It does not answer ${dim} numbers, as its manifest says.`)
  }
  const { data, rows } = unpackVectors(bytes, dim, 'float32le')
  return Array.from({ length: rows }, (_, row) => data.subarray(row * dim, (row + 1) * dim))
}

function requireSound(vectors: readonly Float32Array[], what: string): void {
  const [first, second] = vectors
  if (first === undefined || second === undefined)
    throw new WinnowError('invalid-input', `It does not look at ${what}.`)
  if (vectors.some((vector) => vector.some((value) => !Number.isFinite(value)))) {
    throw new WinnowError('invalid-input', `What it says about ${what} are no numbers.`)
  }
  const isSame = first.every((value, i) => Math.abs(value - second[i]!) < leastDifference)
  if (isSame) throw new WinnowError('invalid-input', `It says the same of all ${what}.`)
}
