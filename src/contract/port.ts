import { z } from 'zod'
import { replySchema } from './transport.ts'

/** One end of a message channel, whatever kind: DOM `MessagePort`, Electron's `MessagePortMain`, Node's, a child process. */
export interface Port {
  /** Structured clone at least of JSON; a closed port swallows it. */
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when the other end is gone. */
  onClose(listener: () => void): void
}

/** From a client. `callId` is the client's own count; replies carry it back. */
export const clientMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), callId: z.int(), name: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('cancel'), callId: z.int() }),
])
export type ClientMessage = z.infer<typeof clientMessageSchema>

/** To a client. */
export const serverMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reply'), callId: z.int(), reply: replySchema }),
  z.object({ type: z.literal('event'), name: z.string(), payload: z.unknown() }),
])
export type ServerMessage = z.infer<typeof serverMessageSchema>
