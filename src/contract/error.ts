import { z } from 'zod'

/**
 * Why a call failed, in the words a client may branch on. `internal` is everything nobody foresaw: it is logged with
 * its stack where it happened and crosses the process border without it.
 */
export const errorCodeSchema = z.enum([
  'invalid-input',
  'not-found',
  'unknown-method',
  'already-exists',
  'not-available',
  'disk-full',
  'database-too-new',
  'database-damaged',
  'library-in-use',
  'model-missing',
  'provider-failed',
  'worker-down',
  'cancelled',
  'internal',
])
export type ErrorCode = z.infer<typeof errorCodeSchema>

export const errorShapeSchema = z.object({
  code: errorCodeSchema,
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
})
export type ErrorShape = z.infer<typeof errorShapeSchema>

/** The one error that crosses processes. `message` is a sentence for the person: what happened, to what, what to do. */
export class WinnowError extends Error {
  override readonly name = 'WinnowError'
  readonly code: ErrorCode
  readonly details: ErrorShape['details']

  constructor(code: ErrorCode, message: string, details?: ErrorShape['details']) {
    super(message)
    this.code = code
    this.details = details
  }

  toShape(): ErrorShape {
    return this.details === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, details: this.details }
  }

  static fromShape(shape: ErrorShape): WinnowError {
    return new WinnowError(shape.code, shape.message, shape.details)
  }
}
