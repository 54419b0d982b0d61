import type { InferenceSession } from 'onnxruntime-node'

/** Where the encoders run. `name` is what the person is told. */
export interface ExecutionProvider {
  readonly name: string
  readonly sessionOptions: InferenceSession.SessionOptions
}

/**
 * The provider that runs everywhere. Its threads sleep when they have nothing to do: spinning, ONNX Runtime's default, takes
 * from the decoders the time that it waits. Without the memory arena a batch costs the same and leaves nothing behind.
 */
export function cpuProvider(threads: number): ExecutionProvider {
  return {
    name: 'cpu',
    sessionOptions: {
      executionProviders: ['cpu'],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      enableCpuMemArena: false,
      logSeverityLevel: 3,
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    },
  }
}
