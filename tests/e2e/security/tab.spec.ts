import { createServer } from 'node:http'
import { expect, test } from '../harness/fixtures.ts'

// The web host's promises, tried with a real browser.

test('the token leaves the address, and scripts can not read the cookie', async ({ app: { page } }) => {
  const cookies = await page.context().cookies()
  expect(new URL(page.url()).search).toBe('')
  expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
    { httpOnly: true, sameSite: 'Strict' },
  ])
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('the page loads without breaking its own policy, and asks nobody but its host', async ({ app: { page } }) => {
  const violations: string[] = []
  const foreign: string[] = []
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text())
  })
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(page.url()).origin) foreign.push(request.url())
  })
  await page.reload({ waitUntil: 'networkidle' })
  expect({ violations, foreign }).toEqual({ violations: [], foreign: [] })
})

test('a page of another site gets nothing, even in the same browser', async ({ app: { page } }) => {
  const target = new URL(page.url()).origin
  const site = createServer((_request, response) => response.end('<!doctype html><title>evil</title>'))
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const bound = site.address()
  const evil = await page.context().newPage()
  // Another port of the same address: the browser sends cookies there and back, so only the checks protect.
  await evil.goto(`http://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}/`)
  const tried = await evil.evaluate(async (origin) => {
    const failed = (): string => 'refused'
    return {
      read: await fetch(`${origin}/`, { credentials: 'include' }).then(() => 'read', failed),
      call: await fetch(`${origin}/rpc/system.info`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }).then(() => 'called', failed),
      form: await fetch(`${origin}/rpc/folders.remove`, {
        method: 'POST',
        mode: 'no-cors',
        credentials: 'include',
        body: '{}',
      }).then(({ type }) => type, failed),
      image: await new Promise((resolve) => {
        const image = new Image()
        image.addEventListener('load', () => resolve('shown'))
        image.addEventListener('error', () => resolve('refused'))
        image.src = `${origin}/media/thumb/1`
      }),
      socket: await new Promise((resolve) => {
        const socket = new WebSocket(`${origin.replace('http', 'ws')}/events`)
        socket.addEventListener('open', () => resolve('open'))
        socket.addEventListener('error', () => resolve('refused'))
      }),
      frame: await new Promise((resolve) => {
        const frame = document.createElement('iframe')
        frame.src = `${origin}/`
        frame.addEventListener('load', () => {
          let inside = 'refused'
          try {
            inside = frame.contentDocument === null ? 'refused' : 'framed'
          } catch {
            // A frame of another origin throws.
          }
          resolve(inside)
        })
        document.body.append(frame)
      }),
    }
  }, target)
  site.close()
  expect(tried).toMatchObject({
    read: 'refused',
    call: 'refused',
    image: 'refused',
    socket: 'refused',
    frame: 'refused',
  })
  // A no-cors answer is opaque to the page either way; that the host refused it is in web-host.test.ts.
  expect(['opaque', 'refused']).toContain(tried.form)
})

test('a tab whose host was started again says so instead of hanging', async ({ app }) => {
  const { page } = app
  const origin = new URL(page.url()).origin
  await page.context().clearCookies()
  expect(
    await page.evaluate(async (host) => (await fetch(`${host}/rpc/system.info`, { method: 'POST' })).status, origin),
  ).toBe(403)
})
