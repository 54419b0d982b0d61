import { env } from 'onnxruntime-node'
import { availableParallelism } from 'node:os'
import sharp from 'sharp'
import type { WorkerReply } from '../contract/worker.ts'
import { createDecodeHost } from './decode-host.ts'
import { libraryPort } from './library-port.ts'
import { decodingLimitMs, readingLimitMs } from './limits.ts'
import { serveRequests } from './serve-requests.ts'
import { workerConcurrency } from './worker-concurrency.ts'

/**
 * The worker: the only process that touches untrusted image bytes or native inference. This thread runs ONNX Runtime, which
 * blocks it; another one reads and decodes. It keeps nothing, so that it may be killed at any time.
 */
const { photosAtOnce, photosInFlight } = workerConcurrency(availableParallelism())

// Named here, because only an entry keeps its place when the code is built: its thread's entry lies beside it.
const threadFile = import.meta.url.endsWith('.ts') ? './decode-thread.ts' : './decode-thread.js'

const decoder = createDecodeHost({
  threadUrl: new URL(threadFile, import.meta.url),
  photosAtOnce,
  readingLimitMs,
  decodingLimitMs,
  onStuck: () => {
    process.stderr.write('Several files hang in the decoder; only a new process frees its threads.\n')
    endNow()
  },
})

const port = await libraryPort()
const reply = (message: WorkerReply): void => port.post(message)

port.onClose(endNow)
port.onMessage(serveRequests({ decoder, reply, photosInFlight }))
reply({
  type: 'ready',
  versions: {
    node: process.versions.node,
    sharp: sharp.versions.sharp ?? '',
    vips: sharp.versions.vips,
    onnxruntime: env.versions.node ?? env.versions.common,
  },
})

/** An ordinary exit waits for threads that are in native code, and a decoder that hangs would keep it waiting for ever. */
function endNow(): void {
  process.kill(process.pid, 'SIGKILL')
}
