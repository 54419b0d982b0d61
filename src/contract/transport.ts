import { z } from 'zod'
import type { ErrorShape } from './error.ts'
import { errorShapeSchema } from './error.ts'

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorShape }

/** A reply as it arrives from another process. */
export const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: errorShapeSchema }),
])

/**
 * An event that no library announces but a transport makes itself: the other side was lost and is there again, or was
 * only now reached. Whatever was read before may be stale, so read it again.
 */
export const reconnectedEvent = 'reconnected'

/** All that a way between two processes must be able to do. */
export interface Transport {
  /** Never rejects: a failure is a reply. Aborting `signal` asks the other side to stop and resolves as `cancelled`. */
  call(name: string, input: unknown, signal?: AbortSignal): Promise<Reply>
  /** Events announce facts; returns the function that stops listening. */
  subscribe(listener: (name: string, payload: unknown) => void): () => void
}
