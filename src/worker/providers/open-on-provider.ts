import { WinnowError } from '../../contract/error.ts'
import type { EncoderSettings } from '../../contract/providers.ts'
import type { WorkerReply } from '../../contract/worker.ts'
import { drawProbePictures } from '../../core/providers/draw-probe-pictures.ts'
import type { LoadedModel } from '../load-model.ts'
import { loadModel } from '../load-model.ts'
import { NoDirectionError } from '../unit-vectors.ts'
import { executionProvider } from './execution-provider.ts'
import { NoNumbersError } from './no-numbers-error.ts'

/**
 * A model on the provider that settings name. On another one than the processor it is warmed up with a batch, as the first
 * run compiles, and each run is announced, so that a death in between is known to be the provider's.
 * @throws WinnowError `provider-failed` when that provider does not load it or fails in its first run; `model-missing` as loadModel
 */
export async function openOnProvider(
  modelDir: string,
  settings: EncoderSettings,
  announce: (message: Extract<WorkerReply, { type: 'encoding' }>) => void,
): Promise<LoadedModel> {
  const model = await loadModel(modelDir, executionProvider(settings))
  if (settings.provider === 'cpu') return model

  const encode = async (tensors: readonly Float32Array[]): Promise<readonly Float32Array[]> => {
    try {
      return await model.images.encode(tensors)
    } catch (error) {
      if (error instanceof NoDirectionError) throw new NoNumbersError()
      throw new WinnowError('provider-failed', error instanceof Error ? error.message : String(error))
    }
  }
  const { width, height } = model.manifest.image
  // No blank: a sound model may answer zeros to that.
  await encode(drawProbePictures(settings.batchSize, 3 * width * height, width))
  return {
    ...model,
    images: {
      async encode(tensors) {
        announce({ type: 'encoding', isRunning: true })
        try {
          return await encode(tensors)
        } finally {
          announce({ type: 'encoding', isRunning: false })
        }
      },
    },
  }
}
