import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { parseByteRange } from './byte-range.ts'
import { readPart, streamPart } from './read-part.ts'

export interface ServeFileOptions {
  readonly contentType: string
  readonly cacheControl: string
  /** Without the quotes. */
  readonly etag: string
}

/** Thumbnails and small photos are read in one piece. */
const atOnceBytes = 1_000_000

/** Answers with a file, whole or the range that is asked for; 304 when the client has it. Null when it can't be read. */
export async function serveFile(path: string, request: Request, options: ServeFileOptions): Promise<Response | null> {
  const etag = `"${options.etag}"`
  const headers = new Headers({
    'Cache-Control': options.cacheControl,
    'Content-Type': options.contentType,
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    ETag: etag,
  })
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers })

  const file = await open(path, 'r').catch(() => null)
  if (file === null) return null
  try {
    const stats = await file.stat()
    return stats.isFile() ? await respond(file, path, stats.size, request, headers) : null
  } catch {
    // Cut short while it was read, or its drive went away.
    return null
  } finally {
    await file.close()
  }
}

async function respond(
  file: FileHandle,
  path: string,
  sizeBytes: number,
  request: Request,
  headers: Headers,
): Promise<Response> {
  const range = parseByteRange(request.headers.get('Range'), sizeBytes)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${sizeBytes}`)
    return new Response(null, { status: 416, headers })
  }
  const isPart = range !== 'all'
  const first = isPart ? range.first : 0
  const length = isPart ? range.last - range.first + 1 : sizeBytes
  headers.set('Content-Length', String(length))
  if (isPart) headers.set('Content-Range', `bytes ${first}-${range.last}/${sizeBytes}`)
  const status = isPart ? 206 : 200
  if (request.method === 'HEAD' || length === 0) return new Response(null, { status, headers })
  const body = length <= atOnceBytes ? await readPart(file, first, length) : streamPart(path, sizeBytes, first, length)
  return new Response(body, { status, headers })
}
