import { z } from 'zod'
import { method } from './method.ts'

/** The labels are sentences in the past tense for a snack bar: "Said no to Dog for 3 photos". Null: nothing to undo. */
const historyStateSchema = z.object({ undoLabel: z.string().nullable(), redoLabel: z.string().nullable() })

export const historyMethods = {
  'history.state': method(z.object({}), historyStateSchema),
  'history.undo': method(z.object({}), historyStateSchema.extend({ did: z.string().nullable() })),
  'history.redo': method(z.object({}), historyStateSchema.extend({ did: z.string().nullable() })),
}
