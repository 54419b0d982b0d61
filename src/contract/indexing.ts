import { z } from 'zod'
import { method } from './method.ts'
import { idSchema, timeMsSchema } from './primitives.ts'

export const progressSchema = z.object({
  /** `idle`: nothing left to do. `paused`: by the person. `waiting`: see `notice` (drive gone, disk full, worker restarting). */
  state: z.enum(['idle', 'running', 'paused', 'waiting']),
  stage: z.enum(['none', 'scanning', 'reading', 'tagging']),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  photosPerSecond: z.number().nonnegative(),
  /** Null until it can be said honestly (a few seconds in). */
  secondsLeft: z.number().nonnegative().nullable(),
  problemCount: z.int().nonnegative(),
  notice: z.string().nullable(),
})
export type Progress = z.infer<typeof progressSchema>

export const problemSchema = z.object({
  fileId: idSchema,
  path: z.string(),
  name: z.string(),
  sizeBytes: z.int().nonnegative(),
  code: z.string(),
  /** A sentence a person understands, with what to do. */
  reason: z.string(),
  failedAtMs: timeMsSchema,
})
export type Problem = z.infer<typeof problemSchema>

export const indexingMethods = {
  'indexing.progress': method(z.object({}), progressSchema),
  'indexing.pause': method(z.object({}), z.object({})),
  'indexing.resume': method(z.object({}), z.object({})),
  'problems.list': method(
    z.object({ offset: z.int().nonnegative().default(0), limit: z.int().min(1).max(1000).default(200) }),
    z.object({ problems: z.array(problemSchema), total: z.int().nonnegative() }),
  ),
  /** Tries these again (all when absent), as if they had never failed. */
  'problems.retry': method(z.object({ fileIds: z.array(idSchema).max(100_000).optional() }), z.object({})),
}
