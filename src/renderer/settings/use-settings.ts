import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Settings } from '../../contract/system.ts'
import { attempt } from '../connection/attempt.ts'
import { library, useLibrary } from '../connection/library.tsx'

/** What the person chose about the look; undefined until the library has answered. */
export function useSettings(): Settings | undefined {
  return useLibrary('settings.get', {}).data
}

/** Shows settings without keeping them: while something is being dragged. */
export function useShowSettings(): (change: Partial<Settings>) => void {
  const queries = useQueryClient()
  return useCallback((change) => show(change, queries), [queries])
}

/** Changes settings: at once on screen, then in the library. */
export function useChangeSettings(): (change: Partial<Settings>) => void {
  const queries = useQueryClient()
  return useCallback(
    (change) => {
      show(change, queries)
      void store(change, queries)
    },
    [queries],
  )
}

function show(change: Partial<Settings>, queries: QueryClient): void {
  queries.setQueryData<Settings>(['settings.get', {}], (before) => before && { ...before, ...change })
}

async function store(change: Partial<Settings>, queries: QueryClient): Promise<void> {
  const stored = await attempt(library['settings.set'](change))
  if (stored === undefined) await queries.invalidateQueries({ queryKey: ['settings.get'] })
}
