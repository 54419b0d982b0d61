import type { MessagePort } from 'node:worker_threads'
import { MessageChannel } from 'node:worker_threads'
import { httpTransport } from '../../src/contract/http-transport.ts'
import { portTransport } from '../../src/contract/port-transport.ts'
import { servePort } from '../../src/contract/serve-port.ts'
import type { Transport } from '../../src/contract/transport.ts'
import type { WebServer } from '../../src/web/web-server.ts'
import { startWebServer } from '../../src/web/web-server.ts'
import { nodePort } from './node-port.ts'

/** One way between client and back end, as the suite needs it. */
export interface Carried {
  readonly client: Transport
  /** The back end's process ends without a word. Absent where client and back end share it. */
  readonly die?: () => Promise<void>
  /** And is there again. */
  readonly comeBack?: () => Promise<void>
  close(): Promise<void>
}

export type Carrier = (backEnd: Transport) => Promise<Carried>

export const carriers: Readonly<Record<string, Carrier>> = {
  'in-process': async (backEnd) => ({ client: backEnd, close: async () => {} }),
  port: carryByPort,
  http: carryByHttp,
}

async function carryByPort(backEnd: Transport): Promise<Carried> {
  const client = portTransport()
  let theirs: MessagePort
  const connect = (): void => {
    const channel = new MessageChannel()
    theirs = channel.port2
    servePort(nodePort(channel.port2), backEnd)
    client.connect(nodePort(channel.port1))
  }
  connect()
  return {
    client,
    die: async () => theirs.close(),
    comeBack: async () => connect(),
    close: async () => theirs.close(),
  }
}

async function carryByHttp(backEnd: Transport): Promise<Carried> {
  const start = (port: number): Promise<WebServer> =>
    startWebServer(
      { files: new Map(), serveMedia: async () => new Response(null, { status: 404 }), library: backEnd },
      port,
    )
  let server = await start(0)
  let cookie = await signIn(server)
  const client = httpTransport(server.origin, {
    fetch: (url, init) => fetch(url, { ...init, headers: { ...headersOf(init), cookie } }),
    openSocket: (url) => new WebSocket(url, { headers: { cookie } }),
  })
  return {
    client,
    die: () => server.close(),
    comeBack: async () => {
      server = await start(Number(new URL(server.origin).port))
      cookie = await signIn(server)
    },
    close: () => server.close(),
  }
}

/** What a browser does when the person opens the printed address: the token for a cookie. */
export async function signIn(server: WebServer): Promise<string> {
  const response = await fetch(server.address, { redirect: 'manual' })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

function headersOf(init: RequestInit): Record<string, string> {
  return Object.fromEntries(new Headers(init.headers))
}
