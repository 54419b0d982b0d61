import { z } from 'zod'

/**
 * Photos on their way from the library process to main, which answers `app://app/media/…` with them. The library reads
 * the bytes and main asks for each piece, so that a large photo is never in memory as a whole, and main never learns
 * where a photo lies on disk.
 */
export const mediaRequestSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    requestId: z.int(),
    url: z.string(),
    method: z.enum(['GET', 'HEAD']),
    headers: z.array(z.tuple([z.string(), z.string()])),
  }),
  /** Asks for the next piece. */
  z.object({ type: z.literal('pull'), requestId: z.int() }),
  z.object({ type: z.literal('cancel'), requestId: z.int() }),
])
export type MediaRequest = z.infer<typeof mediaRequestSchema>

const bytesSchema = z.instanceof(Uint8Array<ArrayBuffer>)

export const mediaReplySchema = z.discriminatedUnion('type', [
  /** Head and first piece in one, which for a thumbnail is all of it. `done`: no piece follows. */
  z.object({
    type: z.literal('head'),
    requestId: z.int(),
    status: z.int().min(200).max(599),
    headers: z.array(z.tuple([z.string(), z.string()])),
    bytes: bytesSchema,
    done: z.boolean(),
  }),
  z.object({ type: z.literal('piece'), requestId: z.int(), bytes: bytesSchema, done: z.boolean() }),
  z.object({ type: z.literal('failed'), requestId: z.int() }),
])
export type MediaReply = z.infer<typeof mediaReplySchema>
