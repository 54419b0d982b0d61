import { InferenceSession, Tensor } from 'onnxruntime-node'
import { join } from 'node:path'
import type { ModelManifest } from '../core/model/manifest.ts'
import type { ExecutionProvider } from './execution-provider.ts'
import { unitVectors } from './unit-vectors.ts'

export interface ImageEncoder {
  /** One unit vector a tensor (see make-tensor.ts), in order. Blocks this thread while it computes. */
  encode(tensors: readonly Float32Array[]): Promise<readonly Float32Array[]>
}

export async function openImageEncoder(
  modelDir: string,
  manifest: ModelManifest,
  provider: ExecutionProvider,
): Promise<ImageEncoder> {
  const { file, input, output, width, height, layout } = manifest.image
  const session = await InferenceSession.create(join(modelDir, file), provider.sessionOptions)
  const shape = layout === 'nchw' ? [3, height, width] : [height, width, 3]
  const tensorLength = 3 * width * height
  return {
    async encode(tensors) {
      const batch = new Float32Array(tensors.length * tensorLength)
      tensors.forEach((tensor, i) => batch.set(tensor, i * tensorLength))
      const outputs = await session.run({ [input]: new Tensor('float32', batch, [tensors.length, ...shape]) }, [output])
      return unitVectors(outputs[output], tensors.length, manifest)
    },
  }
}
