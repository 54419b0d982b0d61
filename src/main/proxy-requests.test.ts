import { describe, expect, it, vi } from 'vitest'
import { firstProxy } from './first-proxy.ts'
import { fromLibrarySchema, toLibrarySchema } from './process-messages.ts'
import { proxyRequests } from './proxy-requests.ts'

describe('firstProxy', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY proxy.example:3128; DIRECT', 'http://proxy.example:3128'],
    ['HTTPS [::1]:443', 'https://[::1]:443'],
    ['SOCKS5 proxy.example:1080', null],
    ['', null],
    ['PROXY user:secret@evil', null],
  ])('%s: %s', (rules, proxy) => {
    expect(firstProxy(rules)).toBe(proxy)
  })
})

describe('proxyRequests', () => {
  it('gives each request its own answer', async () => {
    const requests = proxyRequests((message) => {
      // As data, as between processes.
      const asked = fromLibrarySchema.parse(structuredClone(message))
      if (asked.type !== 'resolve-proxy') return
      const rules = asked.url.includes('direct') ? 'DIRECT' : 'PROXY proxy:3128'
      const answer = toLibrarySchema.parse({ type: 'proxy', requestId: asked.requestId, rules })
      if (answer.type === 'proxy') queueMicrotask(() => requests.answered(answer))
    })
    expect(await Promise.all(['https://a', 'https://direct'].map((url) => requests.proxyFor(url)))).toEqual([
      'http://proxy:3128',
      null,
    ])
  })

  it('takes the way of the environment when no answer comes', async () => {
    vi.useFakeTimers()
    try {
      const proxy = proxyRequests(() => {}).proxyFor('https://a')
      await vi.advanceTimersByTimeAsync(10_000)
      expect(await proxy).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })
})
