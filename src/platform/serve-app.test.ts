import { expect, it } from 'vitest'
import type { AppParts } from './serve-app.ts'
import { serveApp } from './serve-app.ts'

const parts: AppParts = {
  files: new Map([['/index.html', { bytes: new Uint8Array([60, 33]), contentType: 'text/html; charset=utf-8' }]]),
  serveMedia: async () =>
    new Response('pixels', {
      headers: { 'content-type': 'image/webp', etag: '"1"', 'set-cookie': 'a=1', 'x-path': '/home/ada' },
    }),
}

it('passes on what is known of a photo and nothing else', async () => {
  const response = await serveApp(parts, new Request('app://app/media/thumb/1'))
  expect([await response.text(), response.headers.get('content-type'), response.headers.get('etag')]).toEqual([
    'pixels',
    'image/webp',
    '"1"',
  ])
  expect([response.headers.get('set-cookie'), response.headers.get('x-path')]).toEqual([null, null])
})

it('answers HEAD without a body and refuses other methods', async () => {
  const head = await serveApp(parts, new Request('app://app/', { method: 'HEAD' }))
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '2', ''])
  expect((await serveApp(parts, new Request('app://app/', { method: 'POST' }))).status).toBe(405)
})

it('says so when the library is away', async () => {
  const away: AppParts = { ...parts, serveMedia: async () => await Promise.reject(new Error('restarting')) }
  expect((await serveApp(away, new Request('app://app/media/thumb/1'))).status).toBe(503)
})
