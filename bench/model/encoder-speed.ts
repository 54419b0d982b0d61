import { fork } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'

const speedSchema = z.object({
  /** From nothing to the first vector of a photo. */
  loadMs: z.number(),
  imagesPerSecond: z.array(z.object({ batch: z.number(), value: z.number() })),
  textsPerSecond: z.number(),
  /** Resident megabytes: the process with onnxruntime alone, with the image encoder at work, with both, with the text encoder closed. */
  memoryMb: z.object({ bare: z.number(), images: z.number(), both: z.number(), textsClosed: z.number() }),
})
export type EncoderSpeed = z.infer<typeof speedSchema>

export const batchSizes = [1, 4, 8, 16]

/** Times both encoders of a model on the processor, in a process of its own. */
export async function measureEncoderSpeed(modelDir: string, threads: number): Promise<EncoderSpeed> {
  const child = fork(join(import.meta.dirname, 'encoder-speed-process.ts'), [modelDir, String(threads)], {
    execArgv: [],
  })
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(speedSchema.parse(message)))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`encoder-speed-process.ts ended with ${code} before it answered`)))
  })
}
