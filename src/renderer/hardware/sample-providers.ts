import type { ProviderList, ProviderView } from '../../contract/providers.ts'
import type { Finding } from '../../core/providers/finding.ts'
import type { ProviderName } from '../../core/providers/provider-name.ts'

const labels: Readonly<Record<ProviderName, string>> = {
  cpu: 'Processor (CPU)',
  webgpu: 'Graphics (WebGPU)',
  coreml: 'Apple (Core ML)',
  dml: 'Graphics (DirectML)',
  cuda: 'NVIDIA (CUDA)',
}

/** For tests: a provider as a test left it; null: not tested yet. */
export function sampleProvider(
  name: ProviderName,
  finding: Finding | null,
  change: Partial<ProviderView> = {},
): ProviderView {
  return {
    name,
    label: labels[name],
    finding,
    testedAtMs: finding === null ? null : Date.UTC(2026, 10, 25, 12),
    isBeingTested: false,
    isUsed: false,
    sentence: `Sentence of ${name}.`,
    ...change,
  }
}

/** For tests: a provider that works. */
export function works(photosPerSecond: number): Finding {
  return { kind: 'works', photosPerSecond, similarity: 0.9999, batchSize: 8 }
}

/** For tests: a machine with a processor that is used, graphics that are slower, and no CUDA. */
export function sampleProviders(change: Partial<ProviderList> = {}): ProviderList {
  return {
    providers: [
      sampleProvider('cpu', works(63), { isUsed: true, sentence: 'Works and is used.' }),
      sampleProvider('webgpu', works(41), { sentence: 'Works, slower: 41 photos/s where the processor does 63.' }),
      sampleProvider(
        'cuda',
        { kind: 'missing', libraries: ['libcudart.so.12', 'libcudnn.so.9'], message: 'Not found' },
        { sentence: 'Libraries are missing: libcudart.so.12 and libcudnn.so.9.' },
      ),
    ],
    why: 'Winnow uses the processor, because it is faster here than the graphics: 63 photos/s instead of 41.',
    notice: null,
    modelName: 'Winnow starter',
    driver: 'SwiftShader 5.0',
    isTesting: false,
    choice: null,
    threads: { choice: null, used: 2, most: 4 },
    batchSize: { choice: null, used: 8 },
    power: { usesLess: false, pausesOnBattery: true, isOnBattery: false },
    ...change,
  }
}
