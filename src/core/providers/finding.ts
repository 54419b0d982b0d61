import { z } from 'zod'

/** What a test found. Remembered by model, provider, driver and version of ONNX Runtime. */
export const findingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('works'),
    /** Of the image encoder alone, in a real batch. */
    photosPerSecond: z.number().positive(),
    /** Lowest cosine with the processor's vectors. */
    similarity: z.number(),
    batchSize: z.int().min(1).max(64),
  }),
  /** Null similarity: not all numbers were finite. */
  z.object({ kind: z.literal('wrong'), similarity: z.number().nullable() }),
  z.object({ kind: z.literal('crashed'), how: z.string() }),
  z.object({ kind: z.literal('too-slow'), limitSeconds: z.number().positive() }),
  z.object({ kind: z.literal('missing'), libraries: z.array(z.string()).max(50), message: z.string() }),
  /** It answered with an error of its own. */
  z.object({ kind: z.literal('refused'), message: z.string() }),
  /** Passed its test, then failed at work; not used again until driver or version changes or it is tested again. */
  z.object({ kind: z.literal('failed-at-work'), message: z.string() }),
])
export type Finding = z.infer<typeof findingSchema>
export type WorkingFinding = Extract<Finding, { kind: 'works' }>
