import { unpackVectors } from '../../core/vector/unpack-vectors.ts'
import { compareVectors } from '../../core/providers/compare-vectors.ts'
import type { Finding, WorkingFinding } from '../../core/providers/finding.ts'
import { missingLibraries } from '../../core/providers/missing-libraries.ts'
import type { ProviderName } from '../../core/providers/provider-name.ts'
import type { StartWorker } from '../../contract/worker.ts'
import type { ProbeAnswer } from './probe-process.ts'
import { startProbeProcess } from './probe-process.ts'

export interface ProbeOptions {
  readonly startWorker: StartWorker
  readonly modelDir: string
  readonly embeddingDim: number
  /** Of the processor. */
  readonly threads: number
  readonly limitMs: number
  readonly signal: AbortSignal
}

/** What the processor made of the pictures that all providers are tested with, and how fast. */
export interface Reference {
  readonly vectors: Float32Array
  readonly photosPerSecond: number
}

/** Graphics gain by larger batches up to where they are full; what a batch of these gains over the one before is measured. */
const batchSizes = [1, 4, 8, 16]
const processorBatchSize = 4
/** One that is so many times slower than the processor with one photo does not catch up with more. */
const hopelessFactor = 8

/** Tests the processor. @throws Error with the worker's words when the model can't be used at all */
export async function probeProcessor(
  options: ProbeOptions,
): Promise<{ readonly finding: WorkingFinding; readonly reference: Reference } | null> {
  const { threads, modelDir } = options
  const worker = startProbeProcess(options.startWorker, options.limitMs, options.signal)
  try {
    const settings = { provider: 'cpu', threads, batchSize: processorBatchSize } as const
    const answer = await worker.ask('probe-provider', modelDir, settings)
    if (answer.kind === 'stopped') return null
    if (answer.kind !== 'probed') throw new Error(wordsOf(answer))
    const { photosPerSecond } = answer
    return {
      finding: { kind: 'works', photosPerSecond, similarity: 1, batchSize: processorBatchSize },
      reference: { vectors: numbersOf(answer.vectors), photosPerSecond },
    }
  } finally {
    await worker.end()
  }
}

/** Tests another provider with batches of several sizes, in one process. Null when it was stopped. */
export async function probeProvider(
  provider: Exclude<ProviderName, 'cpu'>,
  reference: Reference,
  options: ProbeOptions,
): Promise<Finding | null> {
  const { threads, modelDir, embeddingDim, limitMs } = options
  const worker = startProbeProcess(options.startWorker, limitMs, options.signal)
  let best: WorkingFinding | undefined
  try {
    for (const batchSize of batchSizes) {
      const answer = await worker.ask('probe-provider', modelDir, { provider, threads, batchSize })
      if (answer.kind === 'stopped') return null
      // A larger batch that takes too long costs no more than itself.
      if (answer.kind === 'silent' && best !== undefined) break
      if (answer.kind !== 'probed') return findingOf(answer, limitMs)
      const vectors = numbersOf(answer.vectors)
      const same = reference.vectors.subarray(0, Math.max(embeddingDim, vectors.length))
      const { isRight, similarity } = compareVectors(same, vectors, embeddingDim)
      if (!isRight || similarity === null) return { kind: 'wrong', similarity }
      const { photosPerSecond } = answer
      const lowest = Math.min(similarity, best?.similarity ?? 1)
      best =
        best === undefined || photosPerSecond > best.photosPerSecond
          ? { kind: 'works', photosPerSecond, similarity: lowest, batchSize }
          : { ...best, similarity: lowest }
      if (photosPerSecond * hopelessFactor < reference.photosPerSecond) break
    }
  } finally {
    await worker.end()
  }
  return best ?? null
}

/** Whether a provider loads a model at all: most that don't say so within half a second. Null: it does, or was stopped. */
export async function tryLoading(
  provider: Exclude<ProviderName, 'cpu'>,
  options: ProbeOptions,
): Promise<Finding | null> {
  const { threads, modelDir, limitMs } = options
  const worker = startProbeProcess(options.startWorker, limitMs, options.signal)
  try {
    const answer = await worker.ask('load-model', modelDir, { provider, threads, batchSize: 1 })
    return answer.kind === 'loaded' || answer.kind === 'stopped' ? null : findingOf(answer, limitMs)
  } finally {
    await worker.end()
  }
}

function findingOf(answer: ProbeAnswer, limitMs: number): Finding {
  switch (answer.kind) {
    case 'no-numbers':
      return { kind: 'wrong', similarity: null }
    case 'died':
      return { kind: 'crashed', how: answer.how }
    case 'silent':
      return { kind: 'too-slow', limitSeconds: limitMs / 1000 }
    case 'probed':
    case 'loaded':
    case 'stopped':
      return { kind: 'refused', message: `It answered something else: ${answer.kind}.` }
    case 'failed': {
      const libraries = missingLibraries(answer.words).slice(0, 50)
      const { message } = answer
      return libraries.length > 0
        ? { kind: 'missing', libraries: [...libraries], message }
        : { kind: 'refused', message }
    }
  }
}

function numbersOf(bytes: Uint8Array): Float32Array {
  return unpackVectors(bytes, 1, 'float32le').data
}

function wordsOf(answer: ProbeAnswer): string {
  if (answer.kind === 'failed') return answer.message
  if (answer.kind === 'died') return answer.how
  return 'The processor gave no answer when it was tested.'
}
