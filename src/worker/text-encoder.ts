import { Tokenizer } from '@huggingface/tokenizers'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelManifest } from '../core/model/manifest.ts'
import { padTokens, truncateTokens } from '../core/model/token-batch.ts'
import type { TokenBatch } from '../core/model/token-batch.ts'
import type { ExecutionProvider } from './execution-provider.ts'
import { unitVectors } from './unit-vectors.ts'

export interface TextEncoder {
  /** Token ids with special tokens, cut to what the model takes. */
  tokenize(text: string): readonly number[]
  /** One unit vector a text, in order. Blocks this thread while it computes. */
  encode(texts: readonly (readonly number[])[]): Promise<readonly Float32Array[]>
}

/** No token is longer than this many characters on average, so what is behind them is cut off anyway. */
const mostCharactersPerToken = 50

export async function openTextEncoder(
  modelDir: string,
  manifest: ModelManifest,
  provider: ExecutionProvider,
): Promise<TextEncoder> {
  const { file, tokenizer: tokenizerFile, inputs, output, maxTokens, idType } = manifest.text
  const tokenizer = new Tokenizer(parseObject(await readFile(join(modelDir, tokenizerFile), 'utf8')), {})
  const session = await InferenceSession.create(join(modelDir, file), provider.sessionOptions)

  const tensorOf = (numbers: readonly number[], { rows, length }: TokenBatch): Tensor =>
    idType === 'int64'
      ? new Tensor('int64', BigInt64Array.from(numbers, BigInt), [rows, length])
      : new Tensor('int32', Int32Array.from(numbers), [rows, length])

  return {
    tokenize(text) {
      const start = text.slice(0, maxTokens * mostCharactersPerToken)
      const whole = tokenizer.encode(start).ids
      return truncateTokens(whole, tokenizer.encode(start, { add_special_tokens: false }).ids, maxTokens)
    },
    async encode(texts) {
      const batch = padTokens(texts, manifest.text)
      const feeds = {
        [inputs.ids]: tensorOf(batch.ids, batch),
        ...(inputs.mask === undefined ? {} : { [inputs.mask]: tensorOf(batch.mask, batch) }),
      }
      const outputs = await session.run(feeds, [output])
      return unitVectors(outputs[output], texts.length, manifest)
    },
  }
}

function parseObject(text: string): object {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) throw new Error('The tokenizer file holds no object')
  return value
}
