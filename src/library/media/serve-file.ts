import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { parseByteRange } from './byte-range.ts'

export interface ServeFileOptions {
  readonly contentType: string
  readonly cacheControl: string
  /** Without the quotes. */
  readonly etag: string
}

/**
 * Streams a file, whole or the range that is asked for; 304 when the client has it. Null when it can't be opened.
 * The size is that of the opened file, so that a file that changes meanwhile is never announced with another's length.
 */
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

  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch {
    return null
  }
  try {
    const stats = await file.stat()
    if (!stats.isFile()) {
      await file.close()
      return null
    }
    return await respond(file, stats.size, request, headers)
  } catch (error) {
    await file.close()
    throw error
  }
}

async function respond(file: FileHandle, sizeBytes: number, request: Request, headers: Headers): Promise<Response> {
  const range = parseByteRange(request.headers.get('Range'), sizeBytes)
  if (range === 'unsatisfiable') {
    await file.close()
    headers.set('Content-Range', `bytes */${sizeBytes}`)
    return new Response(null, { status: 416, headers })
  }
  const isPart = range !== 'all'
  const first = isPart ? range.first : 0
  const last = isPart ? range.last : sizeBytes - 1
  headers.set('Content-Length', String(last - first + 1))
  if (isPart) headers.set('Content-Range', `bytes ${first}-${last}/${sizeBytes}`)
  const status = isPart ? 206 : 200
  if (request.method === 'HEAD' || last < first) {
    await file.close()
    return new Response(null, { status, headers })
  }
  // Closes the file at its end and when the reader goes away.
  const stream = file.createReadStream({ start: first, end: last, highWaterMark: 256 * 1024 })
  return new Response(Readable.toWeb(stream), { status, headers })
}
