/** How much a worker does at the same time. Measured: docs/decisions/two-threads-in-one-worker.md. */
export interface WorkerConcurrency {
  /** Photos that the decode thread has begun: one for each core, and one more for while another waits for its drive. */
  readonly photosAtOnce: number
  /** ONNX Runtime's threads for one run. They sleep while decoders run, so that nobody waits for a core in vain. */
  readonly encoderThreads: number
  /** Photos between `reading` and `read`: enough that the decoders have work while an encoder runs. */
  readonly photosInFlight: number
}

export function workerConcurrency(cores: number): WorkerConcurrency {
  return { photosAtOnce: cores + 1, encoderThreads: cores, photosInFlight: 8 + 4 * cores }
}
