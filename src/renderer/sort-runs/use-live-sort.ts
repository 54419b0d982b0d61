import type { SortProgress } from '../../contract/sorting.ts'
import { useLibrary } from '../connection/library.tsx'

/** The sort under way, with where it is; null while there is none. */
export function useLiveSort(): (SortProgress & { readonly runId: number }) | null {
  const progress = useLibrary('sorting.progress', {}).data
  if (progress === undefined || progress.state === 'idle' || progress.runId === null) return null
  return { ...progress, runId: progress.runId }
}
