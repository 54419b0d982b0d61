import type { InterfaceFiles } from './interface-files.ts'
import { securityHeaders } from './security-headers.ts'

export interface AppParts {
  readonly files: InterfaceFiles
  /** The library's answer to `/media/…`. */
  readonly serveMedia: (request: Request) => Promise<Response>
}

/**
 * Answers what the interface asks for by URL, the same for `app://app` and for the web host: its own files and photos.
 * Everything else is 404. Never throws.
 */
export async function serveApp(parts: AppParts, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only GET is answered here.')
  const { pathname } = new URL(request.url)
  if (pathname.startsWith('/media/')) return await serveMedia(parts, request)
  const file = parts.files.get(pathname === '/' ? '/index.html' : pathname)
  if (file === undefined) return plain(404, 'There is nothing here.')
  return new Response(request.method === 'HEAD' ? null : file.bytes, {
    headers: {
      ...securityHeaders,
      'content-type': file.contentType,
      'content-length': String(file.bytes.byteLength),
      // The build writes a hash of the content into the names below assets/.
      'cache-control': pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
    },
  })
}

/** What the library may say about a photo; nothing else of its answer goes out. */
const mediaHeaders = [
  'content-type',
  'content-length',
  'content-range',
  'accept-ranges',
  'cache-control',
  'etag',
  'last-modified',
]

async function serveMedia(parts: AppParts, request: Request): Promise<Response> {
  try {
    const answer = await parts.serveMedia(request)
    const headers = new Headers(securityHeaders)
    for (const name of mediaHeaders) {
      const value = answer.headers.get(name)
      if (value !== null) headers.set(name, value)
    }
    return new Response(answer.body, { status: answer.status, headers })
  } catch {
    return plain(503, 'Winnow is busy restarting. The picture comes when it is back.')
  }
}

/** A refusal a person can read. */
export function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' } })
}
