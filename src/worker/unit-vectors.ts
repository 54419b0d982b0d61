import type { Tensor } from 'onnxruntime-node'
import type { ModelManifest } from '../core/model/manifest.ts'

/**
 * An encoder's output as one unit vector a row.
 * @throws Error when it is not `rows` x `embeddingDim` finite numbers: then manifest and graph are not of one model
 */
export function unitVectors(
  output: Tensor | undefined,
  rows: number,
  { embeddingDim, normalized }: Pick<ModelManifest, 'embeddingDim' | 'normalized'>,
): readonly Float32Array[] {
  const data = output?.data
  if (!(data instanceof Float32Array) || data.length !== rows * embeddingDim) {
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
