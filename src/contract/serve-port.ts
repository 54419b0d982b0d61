import type { Port, ServerMessage } from './port.ts'
import { clientMessageSchema } from './port.ts'
import type { Transport } from './transport.ts'

/**
 * Answers the calls that come in on a port and sends it every event, until the other end closes. Messages that are no
 * calls are dropped: the other end may be a page that was taken over.
 */
export function servePort(port: Port, target: Transport): void {
  const running = new Map<number, AbortController>()
  const post = (message: ServerMessage): void => port.post(message)

  const call = async (callId: number, name: string, input: unknown): Promise<void> => {
    // An id in use names two calls at once; whose reply would it be?
    if (running.has(callId)) return
    const controller = new AbortController()
    running.set(callId, controller)
    const reply = await target.call(name, input, controller.signal)
    running.delete(callId)
    post({ type: 'reply', callId, reply })
  }

  port.onMessage((raw) => {
    const parsed = clientMessageSchema.safeParse(raw)
    if (!parsed.success) return
    const message = parsed.data
    if (message.type === 'cancel') running.get(message.callId)?.abort()
    else void call(message.callId, message.name, message.input)
  })

  const stop = target.subscribe((name, payload) => post({ type: 'event', name, payload }))
  port.onClose(() => {
    stop()
    for (const controller of running.values()) controller.abort()
  })
}
