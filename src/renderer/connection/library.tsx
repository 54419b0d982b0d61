import { QueryClient, QueryClientProvider, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { api, type Api, type ApiClient } from '../../contract/api.ts'
import { bridgeTransport } from '../../contract/bridge-transport.ts'
import { createClient, subscribeToEvents } from '../../contract/client.ts'
import type { EventName } from '../../contract/events.ts'
import { httpTransport } from '../../contract/http-transport.ts'
import type { z } from 'zod'
import { bridge } from './host.ts'
import { createRefresher } from './refresher.ts'

type MethodName = keyof Api
type Input<N extends MethodName> = z.input<Api[N]['input']>
type Output<N extends MethodName> = z.output<Api[N]['output']>

const transport = bridge === undefined ? httpTransport(window.location.origin) : bridgeTransport(bridge)

/** Every call to the library, typed; throws WinnowError. */
export const library: ApiClient = createClient(api, transport)

const queryClient = new QueryClient({
  defaultOptions: {
    // The library says when something changed; nothing is stale before that.
    queries: { staleTime: Infinity, retry: 1, refetchOnWindowFocus: false, networkMode: 'always' },
  },
})

/** Which answers a fact makes stale. Keys are [method, input]. */
const staleAfter: Readonly<Record<EventName, readonly MethodName[]>> = {
  'photos.changed': [
    'photos.list',
    'photos.get',
    'photos.captions',
    'photos.tagCounts',
    'photos.why',
    'categories.list',
    'categories.preview',
    'sorting.plan',
  ],
  'categories.changed': [
    'categories.list',
    'categories.examples',
    'categories.preview',
    'choices.list',
    'photos.list',
    'photos.get',
    'photos.captions',
    'search.suggest',
    'sorting.plan',
  ],
  'folders.changed': ['folders.list', 'folders.suggest', 'photos.list'],
  'problems.changed': ['problems.list'],
  'history.changed': ['history.state', 'categories.history', 'photos.why'],
  'settings.changed': ['settings.get'],
  'progress.changed': [],
  'sorting.changed': [],
  'models.changed': ['models.list', 'system.info', 'providers.list'],
  'providers.changed': ['providers.list', 'models.list'],
  'sorting.runsChanged': ['sorting.runs', 'sorting.run', 'sorting.emptyFolders', 'sorting.rules'],
}

/** This also comes at the start, when what was missed is at most a moment and the first pictures need the way for themselves. */
const afterReconnectMs = 1000

const methodNames = new Set<string>(Object.keys(api))

function isMethodName(name: unknown): name is MethodName {
  return typeof name === 'string' && methodNames.has(name)
}

const refreshMethod = createRefresher(readAgain)

async function readAgain(method: MethodName): Promise<void> {
  const cache = queryClient.getQueryCache()
  // What is being read now may end first: it is nearly right, and cancelling it would keep the photos away for longer.
  const underWay = cache.findAll({ queryKey: [method], fetchStatus: 'fetching' })
  await Promise.allSettled(underWay.map((query) => query.fetch(undefined, { cancelRefetch: false })))
  await queryClient.invalidateQueries({ queryKey: [method] })
}

function refreshAll(): void {
  const queries = queryClient.getQueryCache().getAll()
  const asked = new Set(queries.map((query) => query.queryKey[0]))
  for (const method of asked) if (isMethodName(method)) refreshMethod(method)
}

function listenForFacts(): () => void {
  return subscribeToEvents(transport, (event) => {
    if (event.name === 'reconnected') {
      setTimeout(refreshAll, afterReconnectMs)
      return
    }
    if (event.name === 'progress.changed') queryClient.setQueryData(['indexing.progress', {}], event.payload)
    if (event.name === 'sorting.changed') queryClient.setQueryData(['sorting.progress', {}], event.payload)
    for (const method of staleAfter[event.name]) refreshMethod(method)
  })
}

/** Asks before anyone on the page does, so that the answer is on its way while the page is made. */
export function askAhead<N extends MethodName>(name: N, input: Input<N>): void {
  const ask: (input: Input<N>, signal?: AbortSignal) => Promise<Output<N>> = library[name]
  void queryClient.prefetchQuery({ queryKey: [name, input], queryFn: ({ signal }) => ask(input, signal) })
}

/** The answer to one call, kept fresh by the library's events. `input` null: don't ask. Earlier data stays while a new answer comes. */
export function useLibrary<N extends MethodName>(name: N, input: Input<N> | null): UseQueryResult<Output<N>> {
  const ask: (input: Input<N>, signal?: AbortSignal) => Promise<Output<N>> = library[name]
  return useQuery({
    queryKey: [name, input],
    enabled: input !== null,
    queryFn: ({ signal }) => {
      if (input === null) throw new Error('A disabled query was asked')
      return ask(input, signal)
    },
    placeholderData: (previous) => previous,
  })
}

export function LibraryProvider({ children }: { readonly children: ReactNode }): ReactNode {
  useEffect(listenForFacts, [])
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
