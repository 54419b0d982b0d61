import { Tokenizer } from '@huggingface/tokenizers'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { textGraphProblem } from '../core/model/check-graph.ts'
import { cleanText } from '../core/model/clean-text.ts'
import type { ModelManifest } from '../core/model/manifest.ts'
import { padTokens, truncateTokens } from '../core/model/token-batch.ts'
import { fillInputs } from './fill-inputs.ts'
import { modelMissing } from './model-missing.ts'
import type { OpenGraph } from './open-graph.ts'
import { typedTensor } from './typed-tensor.ts'
import { unitVectors } from './unit-vectors.ts'

export interface TextEncoder {
  /** Token ids with special tokens, cut to what the model takes. */
  tokenize(text: string): readonly number[]
  /** One unit vector a text, in order. Blocks this thread while it computes. */
  encode(texts: readonly (readonly number[])[]): Promise<readonly Float32Array[]>
}

/** No token is longer than this many characters on average, so what is behind them is cut off anyway. */
const mostCharactersPerToken = 50
/** The largest vocabulary people use, Gemma's of 256,000, takes 34 MB. */
const mostTokenizerBytes = 200_000_000

/**
 * The text encoder that a graph and a tokenizer make.
 * @throws WinnowError `model-missing` when the tokenizer can't be used, or graph and manifest are not of one model
 */
export async function textEncoderOf(graph: OpenGraph, modelDir: string, manifest: ModelManifest): Promise<TextEncoder> {
  const { tokenizer: tokenizerFile, inputs, output, maxTokens, clean } = manifest.text
  const problem = textGraphProblem(manifest, graph)
  const main = graph.inputs.find((port) => port.name === inputs.ids)
  if (problem !== null || main === undefined) throw modelMissing(modelDir, problem ?? '')
  const maskType = graph.inputs.find((port) => port.name === inputs.mask)?.type
  const tokenizer = await openTokenizer(modelDir, tokenizerFile)
  const { width, height, layout } = manifest.image
  const blankFrame = layout === 'nchw' ? [3, height, width] : [height, width, 3]
  const fixedRows = typeof main.shape[0] === 'number' ? main.shape[0] : undefined
  const padding = typeof main.shape[1] === 'number' ? 'max' : manifest.text.padding

  async function run(texts: readonly (readonly number[])[]): Promise<readonly Float32Array[]> {
    const blanks = Array.from({ length: (fixedRows ?? texts.length) - texts.length }, () => texts[0] ?? [])
    const batch = padTokens([...texts, ...blanks], { ...manifest.text, padding })
    const dims = [batch.rows, batch.length]
    const tensors = {
      [inputs.ids]: typedTensor(main!.type, batch.ids, dims),
      ...(inputs.mask === undefined || maskType === undefined
        ? {}
        : { [inputs.mask]: typedTensor(maskType, batch.mask, dims) }),
    }
    const feeds = fillInputs(graph, { tensors, main: main!, dims }, blankFrame)
    return unitVectors(await graph.run(feeds, output), texts.length, { modelDir, file: graph.file, manifest })
  }

  return {
    tokenize(text) {
      const start = cleanText(text.slice(0, maxTokens * mostCharactersPerToken), clean)
      const whole = tokenizer.encode(start).ids
      return truncateTokens(whole, tokenizer.encode(start, { add_special_tokens: false }).ids, maxTokens)
    },
    async encode(texts) {
      const step = fixedRows ?? Math.max(1, texts.length)
      const vectors: Float32Array[] = []
      for (let at = 0; at < texts.length; at += step) vectors.push(...(await run(texts.slice(at, at + step))))
      return vectors
    },
  }
}

async function openTokenizer(modelDir: string, file: string): Promise<Tokenizer> {
  const path = join(modelDir, file)
  try {
    if ((await stat(path)).size > mostTokenizerBytes) throw new Error('too large')
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof value !== 'object' || value === null) throw new Error('no object')
    const tokenizer = new Tokenizer(value, {})
    // One that lacks a part fails only when it is used.
    tokenizer.encode('a photo')
    return tokenizer
  } catch {
    throw modelMissing(modelDir, `its file ${file} is no tokenizer.json that Winnow understands`)
  }
}
