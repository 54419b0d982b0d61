import type { IncomingMessage } from 'node:http'

/** Why a request has no usable JSON. */
export type BodyRefusal = 'not-json' | 'too-large'

/**
 * The JSON body of a request. Only `application/json` is read: a page of another origin can't send that without asking
 * first (CORS preflight), and is never answered. What is too large is not kept in memory.
 */
export async function readJsonBody(
  request: IncomingMessage,
  largestBytes: number,
): Promise<{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: BodyRefusal }> {
  const [mediaType] = (request.headers['content-type'] ?? '').split(';')
  if (mediaType?.trim().toLowerCase() !== 'application/json') return { ok: false, refusal: 'not-json' }
  if (Number(request.headers['content-length'] ?? 0) > largestBytes) return { ok: false, refusal: 'too-large' }

  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length
    if (sizeBytes > largestBytes) return { ok: false, refusal: 'too-large' }
    chunks.push(chunk)
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { ok: false, refusal: 'not-json' }
  }
}
