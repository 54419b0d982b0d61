import { EnvHttpProxyAgent, ProxyAgent } from 'undici'
import type { Dispatcher } from 'undici'
import type { Surroundings } from '../../surroundings.ts'

/** The ways out of this computer, kept open while a download runs. */
export interface WayOut {
  /** The proxy that the system names for this address, else those of HTTPS_PROXY, HTTP_PROXY and NO_PROXY, else none. */
  dispatcherFor(url: URL): Promise<Dispatcher>
  /** At once: nothing is under way any more that anyone waits for. */
  close(): void
}

export function openWayOut(proxyFor: Surroundings['proxyFor']): WayOut {
  const byEnvironment = new EnvHttpProxyAgent()
  const byAddress = new Map<string, ProxyAgent>()
  return {
    async dispatcherFor(url) {
      const address = (await proxyFor?.(url.href)) ?? null
      if (address === null) return byEnvironment
      const agent = byAddress.get(address) ?? new ProxyAgent(address)
      byAddress.set(address, agent)
      return agent
    },
    close() {
      for (const agent of [byEnvironment, ...byAddress.values()]) void agent.destroy().catch(() => {})
    },
  }
}
