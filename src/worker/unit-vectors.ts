import type { Tensor } from 'onnxruntime-node'
import type { ModelManifest } from '../core/model/manifest.ts'
import { modelMissing } from './model-missing.ts'
import { floatsOf } from './typed-tensor.ts'

/** Whose vectors these are. */
export interface VectorSource {
  readonly modelDir: string
  readonly file: string
  readonly manifest: Pick<ModelManifest, 'embeddingDim' | 'normalized'>
}

/** What an encoder answered are no numbers, or zeros. */
export class NoDirectionError extends Error {}

/**
 * The first `rows` rows of an encoder's output as unit vectors.
 * @throws WinnowError `model-missing` when they are not `embeddingDim` numbers each: manifest and graph are not of one model
 * @throws NoDirectionError when numbers are not finite or all zero: whoever computed them is broken
 */
export function unitVectors(
  output: Tensor | undefined,
  rows: number,
  { modelDir, file, manifest: { embeddingDim, normalized } }: VectorSource,
): readonly Float32Array[] {
  const data = output === undefined ? undefined : floatsOf(output)
  const rowsGiven = output?.dims.length === 2 ? (output.dims[0] ?? 0) : 0
  if (data === undefined || rowsGiven < rows || data.length !== rowsGiven * embeddingDim) {
    const answer = output === undefined ? 'nothing' : `${output.type} ${output.dims.join(' x ')}`
    throw modelMissing(
      modelDir,
      `its file ${file} answers ${answer} for ${rows} and its manifest says ${embeddingDim} numbers for each`,
    )
  }
  return Array.from({ length: rows }, (_, row) => {
    const vector = data.slice(row * embeddingDim, (row + 1) * embeddingDim)
    const length = Math.hypot(...vector)
    if (!Number.isFinite(length) || length === 0)
      throw new NoDirectionError('The encoder answered a vector without direction')
    return normalized ? vector : vector.map((value) => value / length)
  })
}
