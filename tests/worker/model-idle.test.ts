import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { inspectGraphs } from '../../src/worker/inspect-graphs.ts'
import { loadModel } from '../../src/worker/load-model.ts'
import type { LoadedModel } from '../../src/worker/load-model.ts'
import { cpuProvider } from '../../src/worker/providers/execution-provider.ts'
import type { TextEncoder } from '../../src/worker/text-encoder.ts'
import { importModel, modelFixturesDir } from '../fixtures/models/import-model.ts'

const idleMs = 40
const encode = (encoder: TextEncoder) => encoder.encode([encoder.tokenize('a photo of a cat')])

describe('a text encoder that nobody has asked for a while', () => {
  let model: LoadedModel | undefined
  afterEach(() => model?.release())

  it.each(['clip-transformers', 'siglip-combined'])('is closed, and opened again on demand: %s', async (name) => {
    const modelDir = await importModel(join(modelFixturesDir, name), inspectGraphs)
    model = await loadModel(modelDir, cpuProvider(1), idleMs)
    let closed: TextEncoder | undefined
    const [first] = await model.withTexts((encoder) => {
      closed = encoder
      return encode(encoder)
    })
    await wait(idleMs * 5)
    const [again] = await model.withTexts((encoder) => {
      expect(encoder).not.toBe(closed)
      return encode(encoder)
    })
    expect(again).toEqual(first)
    const { width, height } = model.manifest.image
    expect(await model.images.encode([new Float32Array(3 * width * height).fill(0.5)])).toHaveLength(1)
  })
})
