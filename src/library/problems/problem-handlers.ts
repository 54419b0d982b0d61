import { join } from 'node:path'
import type { ApiHandlers } from '../../contract/api.ts'
import { nameOf } from '../../core/scan/relative-path.ts'
import type { LibraryContext } from '../context.ts'
import type { Indexer } from '../indexing/indexer.ts'

/** Files that could not be read, and another try at them. */
export function problemHandlers(
  { store, events }: LibraryContext,
  indexer: Indexer,
): Pick<ApiHandlers, 'problems.list' | 'problems.retry'> {
  return {
    'problems.list': ({ offset, limit }) => ({
      problems: store.problem.list(limit, offset).map(({ folderPath, relativePath, ...problem }) => ({
        ...problem,
        path: join(folderPath, relativePath),
        name: nameOf(relativePath),
      })),
      total: store.problem.count(),
    }),
    'problems.retry'({ fileIds }) {
      store.problem.retry(fileIds)
      events.announce('problems.changed', {})
      indexer.wake()
      return {}
    },
  }
}
