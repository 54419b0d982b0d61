import type { ApiHandlers } from '../../contract/api.ts'
import type { Indexer } from './indexer.ts'

/** How far indexing is, and the person's say in it. */
export function indexingHandlers(
  indexer: Indexer,
): Pick<ApiHandlers, 'indexing.progress' | 'indexing.pause' | 'indexing.resume' | 'photos.wanted'> {
  return {
    'indexing.progress': () => indexer.progress(),
    'indexing.pause'() {
      indexer.pause()
      return {}
    },
    'indexing.resume'() {
      indexer.resume()
      return {}
    },
    'photos.wanted'({ photoIds }) {
      indexer.want(photoIds)
      return {}
    },
  }
}
