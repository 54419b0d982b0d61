import { mkdtempSync, readFileSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../src/contract/worker.ts'
import type { ModelManifest } from '../../src/core/model/manifest.ts'
import { importModel, modelFixturesDir, recogniseFolder } from '../fixtures/models/import-model.ts'
import { startWorker } from './started-worker.ts'
import type { StartedWorker } from './started-worker.ts'

// Model folders that are broken or lie. Each answer names the file and says what is wrong with it, and the worker lives on.

const settings = { provider: 'cpu', threads: 1, batchSize: 4 } as const
const source = join(modelFixturesDir, 'clip-transformers')

let worker: StartedWorker
beforeAll(() => {
  worker = startWorker()
})
afterAll(() => worker.port.kill())

async function inspect(modelDir: string, files: readonly string[]): Promise<readonly Graph[]> {
  const [reply] = await worker.request({ type: 'inspect-graphs', modelDir, files: [...files] })
  if (reply?.type !== 'inspected') throw new Error(reply?.type === 'failed' ? reply.message : reply?.type)
  return reply.graphs
}

async function loadingFails(modelDir: string): Promise<string> {
  const [reply] = await worker.request({ type: 'load-model', modelDir, settings })
  if (reply?.type !== 'failed') throw new Error(`Loaded: ${JSON.stringify(reply)}`)
  expect(reply.code).toBe('model-missing')
  return reply.message
}

/** The model loads, as words are not needed for it, but words fail. */
async function wordsFail(modelDir: string): Promise<string> {
  const [loaded] = await worker.request({ type: 'load-model', modelDir, settings })
  expect(loaded?.type).toBe('model-loaded')
  const [reply] = await worker.request({ type: 'embed-texts', texts: ['a cat'] })
  if (reply?.type !== 'failed') throw new Error(`Read: ${JSON.stringify(reply)}`)
  expect(reply.code).toBe('model-missing')
  return reply.message
}

type Lie = (manifest: ModelManifest) => unknown
const lies: readonly (readonly [string, string, Lie, RegExp])[] = [
  [
    'an input that is not there',
    'clip-transformers',
    (manifest) => ({ ...manifest, image: { ...manifest.image, input: 'pixels' } }),
    /onnx\/vision_model\.onnx has no input “pixels”, only “pixel_values”/,
  ],
  [
    'an output that is not there',
    'clip-transformers',
    (manifest) => ({ ...manifest, image: { ...manifest.image, output: 'embedding' } }),
    /onnx\/vision_model\.onnx has no output “embedding”/,
  ],
  [
    'an output that is no embedding',
    'clip-transformers',
    (manifest) => ({ ...manifest, image: { ...manifest.image, output: 'last_hidden_state' } }),
    /answers batch_size x 1 x 16 and its manifest says 16 numbers a row/,
  ],
  [
    'another number of dimensions',
    'clip-transformers',
    (manifest) => ({ ...manifest, embeddingDim: 32 }),
    /answers batch_size x 16 and its manifest says 32/,
  ],
  [
    'another size of pictures',
    'clip-immich',
    (manifest) => ({ ...manifest, image: { ...manifest.image, width: 64, height: 64 } }),
    /visual\/model\.onnx takes pictures of 32 x 32 x 3 and its manifest says 64 x 64 x 3/,
  ],
  [
    'a file outside the folder',
    'clip-transformers',
    (manifest) => ({ ...manifest, image: { ...manifest.image, file: '../../vision_model.onnx' } }),
    /manifest\.json is not one that this version of Winnow understands/,
  ],
  [
    'a file that is not listed',
    'clip-transformers',
    (manifest) => ({ ...manifest, files: manifest.files.filter(({ name }) => !name.endsWith('tokenizer.json')) }),
    /manifest\.json is not one that this version of Winnow understands/,
  ],
]

const liesAboutWords = [
  ['their type', { idType: 'int64' }, /textual\/model\.onnx takes words as int32 and its manifest says int64/],
  ['their number', { maxTokens: 64 }, /textual\/model\.onnx takes 77 tokens and its manifest says 64/],
] as const

describe('a manifest that lies', () => {
  it.each(lies)('%s', async (_, fixture, manifest, sentence) => {
    const modelDir = await importModel(join(modelFixturesDir, fixture), inspect, { manifest })
    expect(await loadingFails(modelDir)).toMatch(sentence)
  })

  it.each(liesAboutWords)('about words: %s', async (_, text, sentence) => {
    const modelDir = await importModel(join(modelFixturesDir, 'clip-immich'), inspect, {
      manifest: (manifest) => ({ ...manifest, text: { ...manifest.text, ...text } }),
    })
    expect(await wordsFail(modelDir)).toMatch(sentence)
  })
})

describe('a model folder that is broken', () => {
  it('has a graph that is cut short, and a manifest made after that', async () => {
    const modelDir = await importModel(source, inspect, {
      manifest: (manifest) => ({
        ...manifest,
        files: manifest.files.map((file) => (file.name.includes('vision') ? { ...file, bytes: 2000 } : file)),
      }),
    })
    truncateSync(join(modelDir, 'onnx/vision_model.onnx'), 2000)
    expect(await loadingFails(modelDir)).toMatch(
      /onnx\/vision_model\.onnx (is cut short or no ONNX graph|can’t be loaded)/,
    )
  })

  it('has a file that is shorter than its manifest says', async () => {
    const modelDir = await importModel(source, inspect)
    truncateSync(join(modelDir, 'onnx/vision_model.onnx'), 2000)
    expect(await loadingFails(modelDir)).toMatch(/onnx\/vision_model\.onnx has 2000 bytes and should have 3552/)
  })

  it('lacks its tokenizer', async () => {
    const modelDir = await importModel(source, inspect)
    unlinkSync(join(modelDir, 'tokenizer.json'))
    expect(await loadingFails(modelDir)).toMatch(/tokenizer\.json is not there/)
  })

  it('has a tokenizer that is none; pictures don’t mind', async () => {
    const modelDir = await importModel(source, inspect)
    const { length } = readFileSync(join(modelDir, 'tokenizer.json'))
    writeFileSync(join(modelDir, 'tokenizer.json'), '{}'.padEnd(length))
    expect(await wordsFail(modelDir)).toMatch(/tokenizer\.json is no tokenizer\.json that Winnow understands/)
  })

  it.runIf(process.platform !== 'win32')('has a link that leads out of it', async () => {
    const modelDir = await importModel(source, inspect)
    const outside = join(mkdtempSync(join(tmpdir(), 'winnow-outside-')), 'tokenizer.json')
    writeFileSync(outside, readFileSync(join(modelDir, 'tokenizer.json')))
    unlinkSync(join(modelDir, 'tokenizer.json'))
    symlinkSync(outside, join(modelDir, 'tokenizer.json'))
    expect(await loadingFails(modelDir)).toMatch(/tokenizer\.json is a link that leads out of it/)
  })

  it('has a manifest that is no JSON, or far too large for one', async () => {
    const modelDir = await importModel(source, inspect)
    writeFileSync(join(modelDir, 'manifest.json'), '{')
    expect(await loadingFails(modelDir)).toMatch(/manifest\.json is not one/)
    writeFileSync(join(modelDir, 'manifest.json'), ' '.repeat(2_000_000))
    expect(await loadingFails(modelDir)).toMatch(/manifest\.json can’t be read/)
  })

  it('answers in words for a graph that is rubbish or has a name that leads out, when it is only looked at', async () => {
    await expect(inspect(source, ['onnx/vision_model_quantized.onnx'])).rejects.toThrow(
      /onnx\/vision_model_quantized\.onnx is cut short or no ONNX graph/,
    )
    await expect(inspect(source, ['../siglip2/onnx/vision_model.onnx'])).rejects.toThrow(/no plain file name/)
    await expect(recogniseFolder(join(modelFixturesDir, 'tokenizers'), inspect)).resolves.toMatchObject({ ok: false })
  })

  it('leaves a worker that loads the next model', async () => {
    const [loaded] = await worker.request({
      type: 'load-model',
      modelDir: await importModel(source, inspect),
      settings,
    })
    expect(loaded).toMatchObject({ type: 'model-loaded', model: { name: 'clip-fixture' } })
  })
})
