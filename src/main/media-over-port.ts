import type { Port } from '../contract/port.ts'
import type { MediaReply, MediaRequest } from './media-messages.ts'
import { mediaReplySchema } from './media-messages.ts'

/**
 * Main's end: the library's `serveMedia` as if it were here. Rejects when the library can't answer or is gone.
 */
export function mediaOverPort(port: Port): (request: Request) => Promise<Response> {
  const waiting = new Map<number, PromiseWithResolvers<MediaReply>>()
  let lastRequestId = 0
  let gone = false

  const ask = async (message: MediaRequest): Promise<MediaReply> => {
    if (gone) throw libraryGone()
    const answer = Promise.withResolvers<MediaReply>()
    waiting.set(message.requestId, answer)
    port.post(message)
    const reply = await answer.promise
    if (reply.type === 'failed') throw new Error('The library could not read the photo.')
    return reply
  }

  port.onMessage((raw) => {
    const parsed = mediaReplySchema.safeParse(raw)
    if (!parsed.success) return
    waiting.get(parsed.data.requestId)?.resolve(parsed.data)
    waiting.delete(parsed.data.requestId)
  })
  port.onClose(() => {
    gone = true
    for (const answer of waiting.values()) answer.reject(libraryGone())
    waiting.clear()
  })

  return async (request) => {
    lastRequestId += 1
    const requestId = lastRequestId
    const head = await ask({
      type: 'open',
      requestId,
      url: request.url,
      method: request.method === 'HEAD' ? 'HEAD' : 'GET',
      headers: [...request.headers],
    })
    if (head.type !== 'head') throw new Error('The library answered out of turn.')
    if (head.done)
      return new Response(head.bytes.byteLength === 0 ? null : head.bytes, {
        status: head.status,
        headers: head.headers,
      })
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(head.bytes),
      pull: async (controller) => {
        const piece = await ask({ type: 'pull', requestId })
        if (piece.type !== 'piece') throw new Error('The library answered out of turn.')
        if (piece.bytes.byteLength > 0) controller.enqueue(piece.bytes)
        if (piece.done) controller.close()
      },
      cancel: () => port.post({ type: 'cancel', requestId } satisfies MediaRequest),
    })
    return new Response(body, { status: head.status, headers: head.headers })
  }
}

function libraryGone(): Error {
  return new Error('The library is restarting.')
}
