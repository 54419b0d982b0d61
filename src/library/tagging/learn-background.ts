import { drawStandIns } from '../../core/tagging/draw-stand-ins.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'
import { breathe } from '../catalogue/breathe.ts'
import type { LibraryContext } from '../context.ts'
import { encodePng } from './encode-png.ts'
import type { ActiveModel } from './active-model.ts'
import { calibrationStep } from './calibration-step.ts'
import { evenSample } from './even-sample.ts'
import { libraryOrigin } from './model-data.ts'

/** As many as two thirds of the photos that came with the starter; more change no median. */
const mostRows = 1200
/** A library that has doubled once more is no better a sample. */
const lastStep = 5000
const drawnOrigin = 'drawn 1'

/**
 * For a model that brings no ordinary photos: learns them from the person's own once 200 are looked at, and anew when the library has
 * grown to 1,000 and 5,000; before, stores what the model makes of drawn pictures. Does nothing when that was done. The same photos
 * until the next step, so that a restart changes no tag.
 * @throws WinnowError `worker-down`, `model-missing`, `cancelled` while pictures are drawn
 */
export async function learnBackground(
  { store, worker }: Pick<LibraryContext, 'store' | 'worker'>,
  model: ActiveModel,
  signal?: AbortSignal,
): Promise<void> {
  if (model.data.bringsBackground) return
  await model.matrixReady()
  const step = Math.min(calibrationStep(model.matrix.count), lastStep)
  const before = store.background.origin(model.modelId)
  // Where photos were removed since, what was learned from more is kept.
  if (step === 0 ? before !== null : before === originOf(step)) return
  const photos = step === 0 ? await lookAtStandIns(worker, signal) : evenSample(model.matrix, mostRows)
  store.background.set(model.modelId, step === 0 ? drawnOrigin : originOf(step), photos)
}

function originOf(step: number): string {
  return `${libraryOrigin} ${step}`
}

async function lookAtStandIns(worker: LibraryContext['worker'], signal?: AbortSignal): Promise<VectorMatrix> {
  const vectors: Float32Array[] = []
  for (const picture of drawStandIns()) {
    vectors.push(await worker.embedPicture(encodePng(picture), signal))
    await breathe(signal)
  }
  const dim = vectors[0]!.length
  const data = new Float32Array(vectors.length * dim)
  for (const [row, vector] of vectors.entries()) data.set(vector, row * dim)
  return { data, rows: vectors.length, dim }
}
