import type { InferenceSession } from 'onnxruntime-node'
import type { ProviderName } from '../../core/providers/provider-name.ts'

/** ONNX Runtime's flags of Core ML: an ML program, the newer of its two formats, which alone knows the operators of a transformer. */
const coreMlProgram = 0x010

/** Few nodes are left to the processor: shapes, and what a provider has no kernel for. */
const threads = 2

/** Sessions on anything but the processor, which takes over the nodes that such a provider can't run. */
export function graphicsOptions(provider: Exclude<ProviderName, 'cpu'>): InferenceSession.SessionOptions {
  return {
    executionProviders: [providerOption(provider), 'cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
    // DirectML demands both; sequential is the default for all.
    executionMode: 'sequential',
    enableMemPattern: provider !== 'dml',
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  }
}

function providerOption(provider: Exclude<ProviderName, 'cpu'>): InferenceSession.ExecutionProviderConfig {
  return provider === 'coreml' ? { name: 'coreml', coreMlFlags: coreMlProgram } : provider
}
