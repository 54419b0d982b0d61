import { fork } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { workerEnvironment } from '../src/platform/worker-environment.ts'

const limitsSchema = z.object({
  decodePerSecond: z.number(),
  encodePerSecond: z.number(),
  /** 1 / (1 / decode + 1 / encode): what one pipeline on the same cores can't exceed. */
  bothPerSecond: z.number(),
  /** Processor time of one photo, over all threads: steadier than the above where others use the machine. */
  decodeCpuMs: z.number(),
  encodeCpuMs: z.number(),
})
export type EncodeLimits = z.infer<typeof limitsSchema>

/**
 * What the worker's own code reaches when it only decodes (hash, facts, thumbnail and tensor included), and when it only
 * encodes, on all cores of this machine. In a process of its own, started like a worker.
 * @param paths of photos, each of which is read once
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
