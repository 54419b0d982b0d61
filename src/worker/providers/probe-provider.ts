import type { EncoderSettings } from '../../contract/providers.ts'
import { drawProbePictures } from '../../core/providers/draw-probe-pictures.ts'
import { median } from '../../core/providers/median.ts'
import { openOnProvider } from './open-on-provider.ts'

export interface Probe {
  /** Of the drawn pictures, in order: of all, or of the first few where a run takes long. */
  readonly vectors: readonly Float32Array[]
  /** Of the median run of a full batch. */
  readonly photosPerSecond: number
  /** Until the model was loaded and warm. */
  readonly loadMs: number
}

const picturesCompared = 8
/** A slow provider is timed by one run, a quick one by so many that their median is steady. */
const mostRuns = 15
const fewestMs = 1500
/** After so long, what was compared is enough: an emulator takes seconds for one picture. */
const comparingMs = 5000

/**
 * Loads a model with these settings, encodes pictures that are the same everywhere, and times batches.
 * @throws WinnowError as openOnProvider, and `provider-failed` when a run fails
 */
export async function probeProvider(modelDir: string, settings: EncoderSettings): Promise<Probe> {
  const beganAtMs = performance.now()
  const model = await openOnProvider(modelDir, settings, () => undefined)
  const loadMs = performance.now() - beganAtMs
  const { width, height } = model.manifest.image
  const pictures = drawProbePictures(Math.max(picturesCompared, settings.batchSize), 3 * width * height, width)
  const vectors: Float32Array[] = []
  const runsMs: number[] = []
  const comparingFromMs = performance.now()
  for (let at = 0; at < picturesCompared; at += settings.batchSize) {
    if (at > 0 && performance.now() - comparingFromMs > comparingMs) break
    const batch = pictures.slice(at, Math.min(picturesCompared, at + settings.batchSize))
    const startedAtMs = performance.now()
    vectors.push(...(await model.images.encode(batch)))
    if (batch.length === settings.batchSize) runsMs.push(performance.now() - startedAtMs)
  }
  const full = pictures.slice(0, settings.batchSize)
  while (runsMs.length < mostRuns && sum(runsMs) < fewestMs) {
    const startedAtMs = performance.now()
    await model.images.encode(full)
    runsMs.push(performance.now() - startedAtMs)
  }
  await model.release()
  return { vectors, photosPerSecond: (settings.batchSize * 1000) / median(runsMs), loadMs }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
