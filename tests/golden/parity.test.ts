import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ImageInput } from '../../src/core/model/manifest.ts'
import { decodeFloat16 } from '../../src/core/vector/float16.ts'
import { decodePicture, readPictureHeader } from '../../src/worker/decode-picture.ts'
import { loadModel } from '../../src/worker/load-model.ts'
import type { LoadedModel } from '../../src/worker/load-model.ts'
import { makeTensor } from '../../src/worker/make-tensor.ts'
import { cpuProvider } from '../../src/worker/providers/execution-provider.ts'

// Our way from a photo to its vector, with its one decode that is as small as can be, against the reference: Pillow on the
// whole photo and onnxruntime in Python (make_parity.py). On 50 real photos, which are not part of Winnow.

const photosDir = join(import.meta.dirname, '../../../shared/photos')
const modelDir = join(import.meta.dirname, '../../models/starter')
const leastCosine = 0.995
const leastMean = 0.999

const rows = z
  .array(z.object({ photo: z.string(), squash: z.base64(), shortest: z.base64() }))
  .parse(JSON.parse(await readFile(join(import.meta.dirname, 'parity.json'), 'utf8')))

const recipes = {
  squash: { resize: 'squash', crop: 'none' },
  shortest: { resize: 'shortest', crop: 'center' },
} as const

describe.skipIf(!existsSync(photosDir))('50 real photos (skipped where they do not lie beside Winnow)', () => {
  let model: LoadedModel
  beforeAll(async () => {
    model = await loadModel(modelDir, cpuProvider(2))
  })

  it.each(['squash', 'shortest'] as const)('resized as “%s” are seen as the reference sees them', async (recipe) => {
    const image: ImageInput = { ...model.manifest.image, ...recipes[recipe] }
    const cosines: number[] = []
    for (const row of rows) {
      const path = join(photosDir, row.photo)
      const bytes = await readFile(path)
      const frame = { widthPx: image.width, heightPx: image.height }
      const picture = await decodePicture(bytes, await readPictureHeader(bytes, path), frame, path)
      const [vector] = await model.images.encode([(await makeTensor(picture, image)).tensor])
      cosines.push(cosine(vector!, decodeFloat16(Buffer.from(row[recipe], 'base64'))))
    }
    expect(cosines).toHaveLength(50)
    const worst = rows[cosines.indexOf(Math.min(...cosines))]?.photo
    expect(Math.min(...cosines), worst).toBeGreaterThanOrEqual(leastCosine)
    expect(cosines.reduce((sum, value) => sum + value, 0) / cosines.length).toBeGreaterThanOrEqual(leastMean)
  })
})

/** The stored vectors are rounded to float16, so their length is not quite 1. */
function cosine(a: Float32Array, b: Float32Array): number {
  const dot = a.reduce((sum, value, i) => sum + value * b[i]!, 0)
  return dot / Math.hypot(...a) / Math.hypot(...b)
}
