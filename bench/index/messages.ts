import { z } from 'zod'
import { stageTimesSchema } from '../../src/contract/worker.ts'

/** What library-process.ts tells the benchmark. */
export const newsSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('first-thumbnail'), ms: z.number() }),
  z.object({ type: z.literal('progress'), done: z.int(), notice: z.string().nullable() }),
  z.object({
    type: z.literal('indexed'),
    photos: z.int(),
    failed: z.int(),
    /** From the folder being added to the last photo stored. */
    ms: z.number(),
    /** Mean of a photo's time in each stage; photos overlap, so they add up to more than the time that passed. */
    stageTimes: stageTimesSchema,
    /** Processor time of the library's own process, in milliseconds a photo. */
    libraryCpuMs: z.number(),
    /** Longest time that the library's event loop was held up, in milliseconds. */
    longestTaskMs: z.number(),
  }),
])
export type News = z.infer<typeof newsSchema>
