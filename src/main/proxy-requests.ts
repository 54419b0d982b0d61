import type { FromLibrary, ToLibrary } from './process-messages.ts'
import { firstProxy } from './first-proxy.ts'

/** A script that names proxies may have to be fetched first; after that the environment decides. */
const patienceMs = 10_000

type Answer = Extract<ToLibrary, { type: 'proxy' }>

/** The proxies of the system's settings, as the library's process reaches them: Electron knows them in main only. */
export interface ProxyRequests {
  /** "http://proxy:3128"; null for none, or where no answer comes. */
  proxyFor(url: string): Promise<string | null>
  /** Main's answer. */
  answered(answer: Answer): void
}

export function proxyRequests(tell: (message: FromLibrary) => void): ProxyRequests {
  const waiting = new Map<number, (rules: string) => void>()
  let lastRequestId = 0

  return {
    async proxyFor(url) {
      const requestId = ++lastRequestId
      const { promise, resolve } = Promise.withResolvers<string>()
      const timer = setTimeout(() => resolve('DIRECT'), patienceMs)
      waiting.set(requestId, resolve)
      tell({ type: 'resolve-proxy', requestId, url })
      try {
        return firstProxy(await promise)
      } finally {
        clearTimeout(timer)
        waiting.delete(requestId)
      }
    },
    answered({ requestId, rules }) {
      waiting.get(requestId)?.(rules)
    },
  }
}
