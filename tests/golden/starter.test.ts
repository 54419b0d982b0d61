import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { decodePicture, readPictureHeader } from '../../src/worker/decode-picture.ts'
import { cpuProvider } from '../../src/worker/providers/execution-provider.ts'
import { loadModel } from '../../src/worker/load-model.ts'
import type { LoadedModel } from '../../src/worker/load-model.ts'
import { makeTensor } from '../../src/worker/make-tensor.ts'
import { verifyModelFiles } from '../../src/worker/read-manifest.ts'

/** The starter's own reference vectors, made in Python with Pillow and the original tokenizer: what ours must agree with. */
const modelDir = join(import.meta.dirname, '../../models/starter')
const leastCosine = 0.999

const goldenSchema = z.object({
  images: z.array(z.object({ file: z.string(), embedding: z.base64() })).min(8),
  texts: z.array(z.object({ text: z.string(), inputIds: z.array(z.int()), embedding: z.base64() })).min(12),
})
const golden = goldenSchema.parse(JSON.parse(await readFile(join(modelDir, 'golden.json'), 'utf8')))

function vectorOf(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64')
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

/** Both are unit vectors. */
function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

let model: LoadedModel
beforeAll(async () => {
  model = await loadModel(modelDir, cpuProvider(2))
})

describe('the starter model', () => {
  it('is whole', async () => {
    await expect(verifyModelFiles(modelDir)).resolves.toBeUndefined()
  })

  it.each(golden.images.map((image) => [basename(image.file), image] as const))(
    'sees %s as the reference does',
    async (_, image) => {
      const path = join(modelDir, image.file)
      const bytes = await readFile(path)
      const picture = await decodePicture(
        bytes,
        await readPictureHeader(bytes, path),
        { widthPx: 260, heightPx: 260 },
        path,
      )
      const { tensor } = await makeTensor(picture, model.manifest.image)
      const [vector] = await model.images.encode([tensor])
      expect(cosine(vector!, vectorOf(image.embedding))).toBeGreaterThan(leastCosine)
    },
  )

  it.each(golden.texts.map((text) => [text.text.slice(0, 40), text] as const))(
    'reads “%s” as the reference does',
    async (_, { text, inputIds, embedding }) => {
      await model.withTexts(async (encoder) => {
        const ids = encoder.tokenize(text)
        expect(ids).toEqual(inputIds)
        const [vector] = await encoder.encode([ids])
        expect(cosine(vector!, vectorOf(embedding))).toBeGreaterThan(leastCosine)
      })
    },
  )

  it('reads texts of all lengths in one batch as it reads each alone', async () => {
    const vectors = await model.withTexts((encoder) =>
      encoder.encode(golden.texts.map(({ text }) => encoder.tokenize(text))),
    )
    const cosines = vectors.map((vector, i) => cosine(vector, vectorOf(golden.texts[i]!.embedding)))
    expect(Math.min(...cosines)).toBeGreaterThan(leastCosine)
  })

  it('answers for a text far beyond what it takes', async () => {
    const ids = await model.withTexts(async (encoder) => encoder.tokenize('photo '.repeat(100_000)))
    expect(ids).toHaveLength(64)
  })
})
