import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readInterfaceFiles } from '../../src/platform/interface-files.ts'
import type { WebServer } from '../../src/web/web-server.ts'
import { startWebServer } from '../../src/web/web-server.ts'
import { signIn } from '../contract/carriers.ts'
import type { TestBackEnd } from '../contract/test-api.ts'
import { testBackEnd } from '../contract/test-api.ts'

let server: WebServer
let cookie: string
let backEnd: TestBackEnd
let dir: string
const mediaPaths: string[] = []

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'winnow-web-'))
  mkdirSync(join(dir, 'ui', 'assets'), { recursive: true })
  writeFileSync(join(dir, 'ui', 'index.html'), '<!doctype html>')
  writeFileSync(join(dir, 'ui', 'assets', 'a.js'), '1')
  writeFileSync(join(dir, 'secret.txt'), 'secret')
  backEnd = testBackEnd()
  server = await startWebServer(
    {
      files: await readInterfaceFiles(join(dir, 'ui')),
      serveMedia: async ({ url }) => {
        mediaPaths.push(new URL(url).pathname)
        return new Response('pixels', { headers: { 'content-type': 'image/webp', 'access-control-allow-origin': '*' } })
      },
      library: backEnd.transport,
    },
    0,
  )
  cookie = await signIn(server)
})
afterAll(async () => {
  await server.close()
  rmSync(dir, { recursive: true })
})

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** A request exactly as given: no client of ours tidies the path or the headers. */
async function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(server.origin)
    const outgoing = request(
      { hostname, port, path, method: options.method ?? 'GET', headers: { host, ...options.headers } },
      (incoming) => {
        let text = ''
        incoming.setEncoding('utf8').on('data', (data: string) => (text += data))
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }))
      },
    )
    outgoing.on('error', reject)
    outgoing.on('upgrade', (incoming, socket) => {
      socket.destroy()
      resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: '' })
    })
    outgoing.end(options.body)
  })
}

const json = { 'content-type': 'application/json' }
const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

describe('every door', () => {
  const doors: [string, string, { method?: string; headers?: Record<string, string>; body?: string }][] = [
    ['page', '/', {}],
    ['script', '/assets/a.js', {}],
    ['photo', '/media/thumb/1', {}],
    ['call', '/rpc/test.echo', { method: 'POST', headers: json, body: '{"text":"x"}' }],
    ['events', '/events', { headers: upgrade }],
  ]

  it.each(doors)('is open to our own tab: %s', async (name, path, options) => {
    const { status } = await send(path, { ...options, headers: { ...options.headers, cookie } })
    expect(status).toBe(name === 'events' ? 101 : 200)
  })

  const strangers: [string, () => Record<string, string>][] = [
    ['without a key', () => ({})],
    ['with a made-up key', () => ({ cookie: `${cookie.split('=')[0]}=AAAA` })],
    ['with the key of another port', () => ({ cookie: cookie.replace(/\d+/, '1') })],
    ['with the key from a rebound name', () => ({ cookie, host: 'evil.example' })],
    [
      'with the key from another site',
      () => ({ cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
    ],
    [
      'with the key from another port of this computer',
      () => ({ cookie, origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }),
    ],
    ['with the key from a sandboxed frame', () => ({ cookie, origin: 'null' })],
    [
      'with the key from an image on another site',
      () => ({ cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
    ],
  ]
  const attempts = doors.flatMap(([name, path, options]) =>
    strangers.map(([stranger, headers]) => ({ name, path, options, stranger, headers })),
  )
  it.each(attempts)('is shut: $name $stranger', async ({ path, options, headers }) => {
    const { status, text } = await send(path, { ...options, headers: { ...options.headers, ...headers() } })
    expect(status).toBe(403)
    expect(text).not.toMatch(/doctype|pixels|"ok"/)
  })
})

describe('the token', () => {
  it('is given up for a cookie that scripts can not read and other sites do not send', async () => {
    const path = server.address.slice(server.origin.length)
    const { status, headers } = await send(path)
    expect([status, headers.location]).toEqual([302, '/'])
    expect(headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
  })

  it.each([
    '/?token=',
    '/?token=wrong',
    '/?Token=x',
    '/index.html?token=TOKEN',
    '/media/thumb/1?token=TOKEN',
    '/rpc/test.echo?token=TOKEN',
  ])('opens nothing by %s', async (path) => {
    const token = new URL(server.address).searchParams.get('token') ?? ''
    const { status, headers } = await send(path.replace('TOKEN', token))
    expect([status, headers['set-cookie']]).toEqual([403, undefined])
  })

  it('is not taken from a page of another site', async () => {
    const path = server.address.slice(server.origin.length)
    expect((await send(path, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  })
})

describe('paths', () => {
  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/assets/%00a.js',
    '//secret.txt',
    '/secret.txt',
    '/__proto__',
    '/constructor',
    '/assets',
    '/index.html/',
    'http://evil.example/',
    '//evil.example/index.html',
    '*',
  ])('%s leads nowhere', async (path) => {
    const { status, text } = await send(path, { headers: { cookie } })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(text).not.toContain('secret')
  })

  it('never leave /media/', async () => {
    mediaPaths.length = 0
    for (const path of [
      '/media/../index.html',
      '/media/%2e%2e/x',
      '/media/thumb/..%2f..%2fx',
      '/media/thumb/1?v=../../x',
    ]) {
      await send(path, { headers: { cookie } })
    }
    expect(mediaPaths).toEqual(['/media/thumb/..%2f..%2fx', '/media/thumb/1'])
  })
})

describe('calls', () => {
  it.each<[string, Record<string, string>, number]>([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text, which needs no preflight', { 'content-type': 'text/plain' }, 415],
    ['no type', {}, 415],
    ['a type that only contains JSON', { 'content-type': 'text/plain; x=application/json' }, 415],
    ['what is no JSON', json, 415],
  ])('refuse %s', async (_name, headers, status) => {
    const answer = await send('/rpc/test.echo', { method: 'POST', headers: { cookie, ...headers }, body: 'text=x' })
    expect(answer.status).toBe(status)
  })

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuse %s', async (method) => {
    expect((await send('/rpc/test.echo', { method, headers: { cookie, ...json } })).status).toBe(405)
  })

  it('grant no preflight', async () => {
    const { headers } = await send('/rpc/test.echo', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'sec-fetch-site': 'cross-site',
      },
    })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('answers', () => {
  it('carry the same guards, whatever they are', async () => {
    const answers = await Promise.all([
      send('/', { headers: { cookie } }),
      send('/media/thumb/1', { headers: { cookie } }),
      send('/nothing', { headers: { cookie } }),
      send('/rpc/test.echo', { method: 'POST', headers: { cookie, ...json }, body: '{"text":"x"}' }),
      send('/'),
      send('/', { headers: { host: 'evil.example' } }),
    ])
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
    }
    expect(answers.map(({ headers }) => headers['access-control-allow-origin'])).toEqual(answers.map(() => undefined))
  })

  it('do not keep the interface in the cache longer than it lives', async () => {
    expect((await send('/', { headers: { cookie } })).headers['cache-control']).toBe('no-cache')
    expect((await send('/assets/a.js', { headers: { cookie } })).headers['cache-control']).toContain('immutable')
  })
})

describe('the port', () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)

  it.skipIf(outside.length === 0)('is closed to the network', async () => {
    const outcomes = await Promise.all(outside.map((host) => tryToConnect(host, Number(new URL(server.origin).port))))
    expect(outcomes).toEqual(outside.map(() => 'refused'))
  })
})

async function tryToConnect(host: string, port: number): Promise<'connected' | 'refused'> {
  return await new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const settle = (outcome: 'connected' | 'refused'): void => {
      socket.destroy()
      resolve(outcome)
    }
    socket.once('connect', () => settle('connected'))
    socket.once('error', () => settle('refused'))
    socket.once('timeout', () => settle('refused'))
  })
}
