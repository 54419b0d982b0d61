import type { Port } from '../contract/port.ts'
import type { MediaReply } from './media-messages.ts'
import { mediaRequestSchema } from './media-messages.ts'

/** A piece is sent when it has this much or when the photo ends. */
const pieceBytes = 256 * 1024

/** The library's end: answers what main asks for, piece by piece. */
export function serveMediaPort(port: Port, serveMedia: (request: Request) => Promise<Response>): void {
  const readers = new Map<number, ReadableStreamDefaultReader<Uint8Array>>()
  const post = (message: MediaReply): void => port.post(message)

  const nextPiece = async (requestId: number): Promise<{ bytes: Uint8Array<ArrayBuffer>; done: boolean }> => {
    const reader = readers.get(requestId)
    if (reader === undefined) return { bytes: new Uint8Array(), done: true }
    const piece = await readPiece(reader)
    if (piece.done) readers.delete(requestId)
    return piece
  }
  const open = async (requestId: number, request: Request): Promise<void> => {
    const response = await serveMedia(request)
    if (response.body !== null) readers.set(requestId, response.body.getReader())
    const piece = await nextPiece(requestId)
    post({ type: 'head', requestId, status: response.status, headers: [...response.headers], ...piece })
  }
  const orFail = (requestId: number, work: Promise<void>): void => {
    void work.catch(() => {
      readers.delete(requestId)
      post({ type: 'failed', requestId })
    })
  }

  port.onMessage((raw) => {
    const parsed = mediaRequestSchema.safeParse(raw)
    if (!parsed.success) return
    const message = parsed.data
    const { requestId } = message
    if (message.type === 'open') {
      orFail(requestId, open(requestId, new Request(message.url, { method: message.method, headers: message.headers })))
    } else if (message.type === 'pull') {
      orFail(
        requestId,
        nextPiece(requestId).then((piece) => post({ type: 'piece', requestId, ...piece })),
      )
    } else {
      void readers
        .get(requestId)
        ?.cancel()
        .catch(() => {})
      readers.delete(requestId)
    }
  })
}

async function readPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; done: boolean }> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  let done = false
  while (!done && sizeBytes < pieceBytes) {
    const next = await reader.read()
    done = next.done
    if (next.value !== undefined) {
      chunks.push(next.value)
      sizeBytes += next.value.byteLength
    }
  }
  const bytes = new Uint8Array(sizeBytes)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return { bytes, done }
}
