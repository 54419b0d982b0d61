import { z } from 'zod'
import { cancelled, failure } from './dispatch.ts'
import { WinnowError } from './error.ts'
import type { Reply, Transport } from './transport.ts'
import { reconnectedEvent, replySchema } from './transport.ts'

/** What the browser's own `fetch` and `WebSocket` do; tests bring ones that carry the cookie. */
export interface HttpMeans {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly openSocket: (url: string) => WebSocket
}

const eventMessageSchema = z.object({ name: z.string(), payload: z.unknown() })

const firstRetryMs = 250
const longestRetryMs = 5000

/**
 * The web host as a transport: `POST <baseUrl>/rpc/<name>` with JSON, cancelled by closing the request, and one WebSocket
 * at `<baseUrl>/events`, open while anyone listens. It is opened again with growing pauses, and each time it opens after
 * something was read, `reconnected` says that events may have been missed.
 *
 * @param baseUrl scheme, host and port without a slash at the end: `location.origin`
 */
export function httpTransport(baseUrl: string, means: HttpMeans = browserMeans): Transport {
  const listeners = new Set<(name: string, payload: unknown) => void>()
  let called = false
  let close: (() => void) | undefined

  const emit = (name: string, payload: unknown): void => {
    for (const listener of listeners) listener(name, payload)
  }

  return {
    async call(name, input, signal) {
      called = true
      try {
        const response = await means.fetch(`${baseUrl}/rpc/${encodeURIComponent(name)}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input ?? {}),
          ...(signal === undefined ? {} : { signal }),
        })
        return await readReply(response)
      } catch {
        return signal?.aborted === true ? cancelled() : failure(notReached())
      }
    },

    subscribe(listener) {
      listeners.add(listener)
      close ??= keepOpen(means, `${baseUrl.replace(/^http/, 'ws')}/events`, {
        onOpen: () => {
          if (called) emit(reconnectedEvent, {})
        },
        onMessage: (text) => {
          const event = parseEventText(text)
          if (event !== undefined) emit(event.name, event.payload)
        },
      })
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        close?.()
        close = undefined
      }
    },
  }
}

const browserMeans: HttpMeans = {
  fetch: (url, init) => fetch(url, init),
  openSocket: (url) => new WebSocket(url),
}

async function readReply(response: Response): Promise<Reply> {
  if (response.status === 403) return failure(keyRefused())
  const reply = replySchema.safeParse(await response.json())
  return reply.success ? reply.data : failure(notReached())
}

interface SocketListeners {
  readonly onOpen: () => void
  readonly onMessage: (text: string) => void
}

/** Keeps one WebSocket open until the returned function is called. */
function keepOpen(means: HttpMeans, url: string, listeners: SocketListeners): () => void {
  let closed = false
  let retryMs = firstRetryMs
  let timer: ReturnType<typeof setTimeout> | undefined
  let socket: WebSocket

  const open = (): void => {
    socket = means.openSocket(url)
    socket.addEventListener('open', () => {
      retryMs = firstRetryMs
      listeners.onOpen()
    })
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') listeners.onMessage(data)
    })
    socket.addEventListener('close', () => {
      if (closed) return
      timer = setTimeout(open, retryMs)
      retryMs = Math.min(longestRetryMs, retryMs * 2)
    })
  }
  open()
  return () => {
    closed = true
    clearTimeout(timer)
    socket.close()
  }
}

function parseEventText(text: string): z.infer<typeof eventMessageSchema> | undefined {
  try {
    return eventMessageSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function notReached(): WinnowError {
  return new WinnowError(
    'not-available',
    'Winnow does not answer. It may have been stopped: start it again in the terminal.',
  )
}

function keyRefused(): WinnowError {
  return new WinnowError('not-available', 'This tab is no longer signed in: open the address that Winnow printed.')
}
