import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { unpackVectors } from '../../core/vector/unpack-vectors.ts'
import { rowOf } from '../../core/vector/vector-matrix.ts'
import type { ModelData } from './model-data.ts'

/**
 * `models/vocabulary/<model>@<version>.json`: the vocabulary's phrases as directions in a model's space, made by
 * `npm run build:vocabulary`. A cache: what it lacks goes through the text encoder, half a minute for all.
 */
export const shippedDirectionsSchema = z.object({
  /** `ModelData.promptsKey` they were made with. */
  promptsKey: z.string(),
  /** `ModelData.backgroundKey` that `typicalSpread` was found with. */
  backgroundKey: z.string(),
  /** Of the vocabulary's directions, see core/tagging/typical-spread.ts. */
  typicalSpread: z.number().positive(),
  phrases: z.array(z.string()),
  /** How many numbers of each direction are given; the rest are zero. */
  dim: z.int().positive(),
  /** float16 little-endian in base64, row after row. */
  directions: z.base64(),
})
export type ShippedDirections = z.infer<typeof shippedDirectionsSchema>

export function shippedDirectionsFile(modelsDir: string, { manifest }: Pick<ModelData, 'manifest'>): string {
  return join(modelsDir, 'vocabulary', `${manifest.id}@${manifest.version}.json`)
}

/** What came with Winnow for a model. */
export interface Shipped {
  /** Directions by phrase. */
  readonly directions: ReadonlyMap<string, Float32Array>
  readonly typicalSpread: number | null
}

/** Empty when there is no such file, or it was made with other prompts or another background. */
export function readShippedDirections(modelsDir: string, model: ModelData): Shipped {
  const shipped = parse(shippedDirectionsFile(modelsDir, model))
  if (shipped?.promptsKey !== model.promptsKey) return { directions: new Map(), typicalSpread: null }
  const rows = unpackVectors(Buffer.from(shipped.directions, 'base64'), shipped.dim, 'float16le')
  const directions = shipped.phrases.map((phrase, row): [string, Float32Array] => {
    const direction = new Float32Array(model.manifest.embeddingDim)
    direction.set(rowOf(rows, row))
    return [phrase, direction]
  })
  return {
    directions: new Map(directions),
    typicalSpread: shipped.backgroundKey === model.backgroundKey ? shipped.typicalSpread : null,
  }
}

function parse(file: string): ShippedDirections | null {
  try {
    return shippedDirectionsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null
  } catch {
    return null
  }
}
