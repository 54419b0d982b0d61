import type { InferenceSession } from 'onnxruntime-node'
import type { EncoderSettings } from '../../contract/providers.ts'
import type { ProviderName } from '../../core/providers/provider-name.ts'
import { cpuOptions } from './cpu-options.ts'
import { graphicsOptions } from './graphics-options.ts'

/** Where the encoders run. */
export interface ExecutionProvider {
  readonly name: ProviderName
  readonly sessionOptions: InferenceSession.SessionOptions
  /** Photos in every run, blanks among them, where another number would be compiled anew; absent: as many as there are. */
  readonly rowsAtOnce?: number
  /** Where texts are encoded instead; absent: here as well. */
  readonly forTexts?: ExecutionProvider
}

/** @param threads of the processor */
export function cpuProvider(threads: number): ExecutionProvider {
  return { name: 'cpu', sessionOptions: cpuOptions(threads) }
}

/**
 * The provider that settings name. Texts stay on the processor whatever encodes photos: a search is one short text, and comes
 * while a graphics processor is busy with a batch of photos (docs/decisions/choosing-a-provider.md).
 */
export function executionProvider({ provider, threads, batchSize }: EncoderSettings): ExecutionProvider {
  if (provider === 'cpu') return cpuProvider(threads)
  return {
    name: provider,
    sessionOptions: graphicsOptions(provider),
    // Both compile a graph for each shape they meet; ONNX Runtime for Node can't be told a shape beforehand.
    ...(provider === 'coreml' || provider === 'dml' ? { rowsAtOnce: batchSize } : {}),
    forTexts: cpuProvider(threads),
  }
}
