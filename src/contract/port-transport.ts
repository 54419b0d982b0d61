import { cancelled, failure } from './dispatch.ts'
import { WinnowError } from './error.ts'
import type { ClientMessage, Port } from './port.ts'
import { serverMessageSchema } from './port.ts'
import type { Reply, Transport } from './transport.ts'
import { reconnectedEvent } from './transport.ts'

/** A transport over message ports that can be given a new port when the library was restarted. */
export interface PortTransport extends Transport {
  /** From now on calls go to this port. Calls on the one before end as `not-available`. */
  connect(port: Port): void
}

/**
 * Calls wait for the first port, so that a page may ask before the library is up. When a port closes, what was asked on
 * it ends as `not-available` and what is asked after waits for the next port, which is announced as `reconnected`.
 */
export function portTransport(): PortTransport {
  const listeners = new Set<(name: string, payload: unknown) => void>()
  const calls = new Map<number, Call>()
  let lastCallId = 0
  let connectedBefore = false
  let current: Port | undefined

  const emit = (name: string, payload: unknown): void => {
    for (const listener of listeners) listener(name, payload)
  }
  const send = (callId: number, call: Call, port: Port): void => {
    call.port = port
    port.post({ type: 'call', callId, name: call.name, input: call.input } satisfies ClientMessage)
  }
  const dropCallsOf = (port: Port): void => {
    for (const call of calls.values()) {
      if (call.port === port) call.settle(failure(libraryGone()))
    }
  }

  return {
    connect(port) {
      const previous = current
      current = port
      if (previous !== undefined) dropCallsOf(previous)
      port.onMessage((raw) => {
        const parsed = serverMessageSchema.safeParse(raw)
        if (!parsed.success) return
        const message = parsed.data
        if (message.type === 'event') {
          if (current === port) emit(message.name, message.payload)
        } else calls.get(message.callId)?.settle(message.reply)
      })
      port.onClose(() => {
        if (current === port) current = undefined
        dropCallsOf(port)
      })
      for (const [callId, call] of calls) if (call.port === undefined) send(callId, call, port)
      if (connectedBefore) emit(reconnectedEvent, {})
      connectedBefore = true
    },

    async call(name, input, signal) {
      if (signal?.aborted === true) return cancelled()
      lastCallId += 1
      const callId = lastCallId
      const { promise, resolve } = Promise.withResolvers<Reply>()
      const call: Call = { name, input, settle: resolve }
      const onAbort = (): void => {
        call.port?.post({ type: 'cancel', callId } satisfies ClientMessage)
        resolve(cancelled())
      }
      calls.set(callId, call)
      signal?.addEventListener('abort', onAbort)
      if (current !== undefined) send(callId, call, current)
      try {
        return await promise
      } finally {
        calls.delete(callId)
        signal?.removeEventListener('abort', onAbort)
      }
    },

    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A call under way; `port` is absent while it waits for one. */
interface Call {
  readonly name: string
  readonly input: unknown
  readonly settle: (reply: Reply) => void
  port?: Port
}

function libraryGone(): WinnowError {
  return new WinnowError('not-available', 'Winnow lost the connection to its library and is restoring it. Try again.')
}
