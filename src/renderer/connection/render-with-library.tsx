import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { api, type ApiHandlers } from '../../contract/api.ts'
import { dispatch } from '../../contract/dispatch.ts'
import { WinnowError } from '../../contract/error.ts'
import { TooltipProvider } from '../controls/tooltip.tsx'

interface Call {
  readonly name: string
  readonly input: unknown
}

/**
 * For tests of components: renders with a library that answers from `handlers`, through the app's own HTTP transport and
 * both ends' schemas. A call that has no handler fails, as it would if the library did not know it. `calls` grows.
 */
export function renderWithLibrary(
  children: ReactNode,
  handlers: Partial<ApiHandlers>,
): RenderResult & { readonly calls: readonly Call[] } {
  const calls: Call[] = []
  const missing: ProxyHandler<Partial<ApiHandlers>> = {
    get: (given, name) =>
      Reflect.get(given, name) ?? (() => Promise.reject(new WinnowError('unknown-method', String(name)))),
  }
  const answer = dispatch(api, new Proxy(handlers, missing) as ApiHandlers, (_name, error) => {
    throw error
  })
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const name = decodeURIComponent(url.slice(url.lastIndexOf('/') + 1))
    const input: unknown = JSON.parse(String(init.body))
    calls.push({ name, input })
    return Response.json(await answer(name, input, new AbortController().signal))
  })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  const result = render(
    <QueryClientProvider client={queries}>
      <TooltipProvider>{children}</TooltipProvider>
    </QueryClientProvider>,
  )
  return { ...result, calls }
}
