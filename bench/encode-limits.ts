import { fork } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { workerEnvironment } from '../src/platform/worker-environment.ts'

const limitsSchema = z.object({
  decodePerSecond: z.number(),
  encodePerSecond: z.number(),
  /** 1 / (1 / decode + 1 / encode): what no pipeline on the same cores can exceed. */
  bothPerSecond: z.number(),
  /** What the worker's own pipeline reached, in turns with the two above. */
  pipelinePerSecond: z.number(),
  /** Processor time of one photo over all threads. */
  decodeCpuMs: z.number(),
  encodeCpuMs: z.number(),
  pipelineCpuMs: z.number(),
})
export type EncodeLimits = z.infer<typeof limitsSchema>

/**
 * What the worker's own code reaches when it only decodes (hash, facts, thumbnail and tensor included), when it only encodes,
 * and when it does both, on all cores of this machine. The three take turns, so that what else the machine does meanwhile
 * hits all of them alike. In a process of its own, started like a worker.
 * @param paths of photos; each is read twice
 */
export async function measureEncodeLimits(paths: readonly string[], modelDir: string): Promise<EncodeLimits> {
  const child = fork(join(import.meta.dirname, 'encode-limits-process.ts'), [], {
    env: workerEnvironment(process.env),
    execArgv: [],
    serialization: 'json',
  })
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(limitsSchema.parse(message)))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`encode-limits-process.ts ended with ${code} before it answered`)))
    child.send({ paths, modelDir })
  })
}
