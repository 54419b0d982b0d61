import { z } from 'zod'
import { progressSchema } from './indexing.ts'
import { idSchema } from './primitives.ts'
import { sortProgressSchema } from './sorting.ts'

/** Facts the library announces, at most four a second each. A client that misses some re-reads and is right again. */
export const events = {
  /** Photos that are new, gone, or whose facts, thumbnail or tags changed. `ids` null: too many to name. */
  'photos.changed': z.object({ photoIds: z.array(idSchema).max(2000).nullable() }),
  'categories.changed': z.object({}),
  'folders.changed': z.object({}),
  'problems.changed': z.object({}),
  'history.changed': z.object({}),
  'settings.changed': z.object({}),
  'progress.changed': progressSchema,
  'sorting.changed': sortProgressSchema,
  /** Runs or saved rules. */
  'sorting.runsChanged': z.object({}),
  /** Downloads, preparations, what is here, which one is active. */
  'models.changed': z.object({}),
  /** Tests, findings, settings, a fall back. */
  'providers.changed': z.object({}),
}
export type Events = { readonly [K in keyof typeof events]: z.infer<(typeof events)[K]> }
export type EventName = keyof Events
