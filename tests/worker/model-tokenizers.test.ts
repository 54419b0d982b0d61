import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cpuProvider } from '../../src/worker/providers/execution-provider.ts'
import { inspectGraphs } from '../../src/worker/inspect-graphs.ts'
import { loadModel } from '../../src/worker/load-model.ts'
import { importModel, modelFixturesDir } from '../fixtures/models/import-model.ts'

// Token ids of Winnow against those of the original tokenizers: CLIP's and Gemma's as Hugging Face's own library gives them with
// the whole vocabulary (make_tokenizers.py), SigLIP's and XLM-R's as the tests of transformers list them.

const knownSchema = z.array(z.object({ text: z.string(), ids: z.array(z.int()) }))
const unigramSchema = z.looseObject({
  added_tokens: z.array(z.looseObject({ content: z.string() })),
  model: z.looseObject({ type: z.literal('Unigram') }),
})
const tokenizersDir = join(modelFixturesDir, 'tokenizers')

/**
 * A fixture's tokenizer with the real pieces at their real places, and between them pieces that no text has. Their scores are
 * made up, all the same, so that the fewest pieces win.
 */
function withPieces(tokenizer: string, pieces: Readonly<Record<string, string>>): string {
  const whole = unigramSchema.parse(JSON.parse(tokenizer))
  const special = whole.added_tokens.map(({ content }): [string, number] => [content, 0])
  const size = Math.max(...Object.keys(pieces).map(Number)) + 1
  const vocab = Array.from({ length: size }, (_, id): [string, number] => [pieces[id] ?? `<unused ${id}>`, -10])
  vocab.splice(0, special.length, ...special)
  return JSON.stringify({ ...whole, model: { ...whole.model, vocab } })
}

async function tokenizeAll(modelDir: string, texts: readonly string[]): Promise<readonly (readonly number[])[]> {
  const model = await loadModel(modelDir, cpuProvider(1))
  try {
    return await model.withTexts(async (encoder) => texts.map((text) => encoder.tokenize(text)))
  } finally {
    await model.release()
  }
}

describe('byte pairs', () => {
  const known = z
    .record(z.string(), knownSchema)
    .parse(JSON.parse(readFileSync(join(tokenizersDir, 'known-ids.json'), 'utf8')))

  it.each([
    ['clip-transformers', 'clip'],
    ['clip-immich', 'clip'],
    ['siglip2', 'gemma'],
  ])('%s has the ids of the whole vocabulary', async (fixture, name) => {
    // The manifest's own cleaning is looked at apart: these ids are of texts as they are.
    const modelDir = await importModel(join(modelFixturesDir, fixture), inspectGraphs, {
      manifest: (manifest) => ({ ...manifest, text: { ...manifest.text, clean: 'none' } }),
    })
    const cases = known[name]!
    expect(
      await tokenizeAll(
        modelDir,
        cases.map(({ text }) => text),
      ),
    ).toEqual(cases.map(({ ids }) => ids))
  })

  it('knows what anyone can look up', () => {
    // In a dozen public test suites, such as swift-embeddings' and Bumblebee's.
    expect(known['clip']?.[0]).toEqual({ text: 'a photo of a cat', ids: [49406, 320, 1125, 539, 320, 2368, 49407] })
    expect(known['gemma']?.[1]?.ids).toEqual([4521, 235269, 2134, 235341, 1])
  })

  it('makes lower case for SigLIP 2, whose tokenizer does not', async () => {
    const modelDir = await importModel(join(modelFixturesDir, 'siglip2'), inspectGraphs)
    expect(await tokenizeAll(modelDir, ['A Photo of a CAT'])).toEqual([[235250, 2686, 576, 476, 4401, 1]])
  })

  it('cuts a long text before its last special token', async () => {
    const modelDir = await importModel(join(modelFixturesDir, 'clip-transformers'), inspectGraphs)
    const [ids] = await tokenizeAll(modelDir, ['a photo of a cat '.repeat(100)])
    expect(ids).toHaveLength(77)
    expect([ids?.[0], ids?.[76]]).toEqual([49406, 49407])
  })
})

describe('sentence pieces', () => {
  const families = z
    .record(z.string(), z.object({ pieces: z.record(z.string(), z.string()), texts: knownSchema }))
    .parse(JSON.parse(readFileSync(join(tokenizersDir, 'known-pieces.json'), 'utf8')))

  it.each([
    ['siglip-combined', 'siglip'],
    ['multilingual', 'xlm-roberta'],
  ])('%s has the ids that transformers’ tests list', async (fixture, name) => {
    const { pieces, texts } = families[name]!
    const modelDir = await importModel(join(modelFixturesDir, fixture), inspectGraphs, {
      folder(folder) {
        const path = join(folder, 'tokenizer.json')
        writeFileSync(path, withPieces(readFileSync(path, 'utf8'), pieces))
      },
    })
    expect(
      await tokenizeAll(
        modelDir,
        texts.map(({ text }) => text),
      ),
    ).toEqual(texts.map(({ ids }) => ids))
  })
})
