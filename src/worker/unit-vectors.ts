import type { Tensor } from 'onnxruntime-node'
import type { ModelManifest } from '../core/model/manifest.ts'
import { floatsOf } from './typed-tensor.ts'

/**
 * The first `rows` rows of an encoder's output as unit vectors.
 * @throws Error when they are not `embeddingDim` finite numbers each: then manifest and graph are not of one model
 */
export function unitVectors(
  output: Tensor | undefined,
  rows: number,
  { embeddingDim, normalized }: Pick<ModelManifest, 'embeddingDim' | 'normalized'>,
): readonly Float32Array[] {
  const data = output === undefined ? undefined : floatsOf(output)
  const rowsGiven = output?.dims.length === 2 ? (output.dims[0] ?? 0) : 0
  if (data === undefined || rowsGiven < rows || data.length !== rowsGiven * embeddingDim) {
    throw new Error(
      `The encoder answered ${output?.type} ${output?.dims.join(' x ')}, not ${rows} x ${embeddingDim} numbers`,
    )
  }
  return Array.from({ length: rows }, (_, row) => {
    const vector = data.slice(row * embeddingDim, (row + 1) * embeddingDim)
    const length = Math.hypot(...vector)
    if (!Number.isFinite(length) || length === 0) throw new Error('The encoder answered a vector without direction')
    return normalized ? vector : vector.map((value) => value / length)
  })
}
