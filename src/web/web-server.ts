import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Transport } from '../contract/transport.ts'
import { securityHeaders } from '../platform/security-headers.ts'
import type { AppParts } from '../platform/serve-app.ts'
import { plain, serveApp } from '../platform/serve-app.ts'
import { answerCall } from './answer-call.ts'
import { sendEvents } from './event-socket.ts'
import { isOwnTab } from './guard.ts'
import { sendResponse } from './send-response.ts'
import type { Session } from './session.ts'
import { createSession } from './session.ts'

export interface WebServer {
  readonly origin: string
  /** For the person; works until the host ends. */
  readonly address: string
  /** For the command that opens the browser; works once. */
  readonly addressToOpen: string
  close(): Promise<void>
}

/**
 * Serves the app to browsers of this computer only: bound to 127.0.0.1, for requests that pass `isOwnTab` and carry the
 * key of `createSession`. The same two gates stand before files, photos, calls and the WebSocket.
 *
 * @param port 0 for any that is free
 * @throws the listen error of `node:http` (EADDRINUSE, EACCES)
 */
export async function startWebServer(
  parts: AppParts & { readonly library: Transport },
  port: number,
): Promise<WebServer> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port')
  const origin = `http://127.0.0.1:${bound.port}`
  const session = createSession(bound.port)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false })

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void answer({ ...parts, origin, port: bound.port, session }, request, response)
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const admitted = isOwnTab(senderOf(request), bound.port) && session.admits(request.headers.cookie)
    if (!admitted || request.url !== '/events') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => sendEvents(parts.library, webSocket))
  })

  return {
    origin,
    address: `${origin}/?token=${session.printedToken}`,
    addressToOpen: `${origin}/?token=${session.openToken}`,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const callPrefix = '/rpc/'

interface Answering extends AppParts {
  readonly library: Transport
  readonly origin: string
  readonly port: number
  readonly session: Session
}

async function answer(app: Answering, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwnTab(senderOf(request), app.port)) return await sendResponse(plain(403, 'Not from here.'), response)
  const url = ownUrl(app.origin, request.url ?? '')
  if (url === undefined) return await sendResponse(plain(404, 'There is nothing here.'), response)

  const token = url.pathname === '/' && request.method === 'GET' ? url.searchParams.get('token') : null
  if (token !== null) {
    const cookie = app.session.exchange(token)
    if (cookie !== undefined) return await sendResponse(signedIn(cookie), response)
  }
  if (!app.session.admits(request.headers.cookie)) {
    return await sendResponse(
      plain(403, 'This needs the key: open the address that Winnow printed in the terminal.'),
      response,
    )
  }

  if (!url.pathname.startsWith(callPrefix)) {
    return await sendResponse(await serveApp(app, asWebRequest(url, request)), response)
  }
  if (request.method !== 'POST') return await sendResponse(plain(405, 'Calls are POST.'), response)
  await answerCall(app.library, url.pathname.slice(callPrefix.length), request, response)
}

function senderOf(request: IncomingMessage): {
  host: string | undefined
  origin: string | undefined
  secFetchSite: string | undefined
} {
  const site = request.headers['sec-fetch-site']
  return {
    host: request.headers.host,
    origin: request.headers.origin,
    secFetchSite: typeof site === 'string' ? site : undefined,
  }
}

/** A request line may hold `//other.host/…` or a whole address; both would make a URL that is not ours. */
function ownUrl(origin: string, target: string): URL | undefined {
  const url = target.startsWith('/') ? URL.parse(target, origin) : null
  return url !== null && url.origin === origin ? url : undefined
}

function asWebRequest(url: URL, request: IncomingMessage): Request {
  const headers = new Headers()
  for (const name of ['if-none-match', 'range', 'accept']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  // A Request can't be made with every method Node lets in (TRACE, CONNECT); serveApp refuses all but two anyway.
  return new Request(url, {
    method: request.method === 'GET' || request.method === 'HEAD' ? request.method : 'POST',
    headers,
  })
}

/** The token leaves the address bar and the history at once. */
function signedIn(cookie: string): Response {
  return new Response(null, { status: 302, headers: { ...securityHeaders, location: '/', 'set-cookie': cookie } })
}
