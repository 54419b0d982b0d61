import type { LibraryContext } from '../context.ts'
import type { PhotoTable } from '../photos/photo-table.ts'
import type { FileNameTable } from '../search/file-name-table.ts'
import type { Store } from '../store/store.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import type { TagOverview } from '../tagging/tag-overview.ts'
import type { TagTable } from '../tagging/tag-table.ts'
import type { OneAtATime } from './one-at-a-time.ts'
import type { PhotoFeed } from './photo-feed.ts'

/** What the library keeps in memory to answer at once: photos, names, tags, embeddings. SQLite stays the truth. */
export interface Catalogue {
  readonly context: LibraryContext
  readonly store: Store
  readonly photos: PhotoTable
  readonly names: FileNameTable
  readonly tags: TagTable
  readonly overview: TagOverview
  /**
   * The model that serves now; null when its files are missing: then photos can be seen, but not looked at. It may be another one
   * after every pause, but not within `changing`.
   */
  readonly model: ActiveModel | null
  /** Another model looks at the library in the background: what happens to photos concerns it too. */
  readonly preparing: ActiveModel | null
  prepare(model: ActiveModel | null): void
  /** From now on this model serves. Within `changing`, with its embeddings in its matrix and its predictions stored. */
  serve(model: ActiveModel): void
  readonly feed: PhotoFeed
  /** Resolves when photos, names and tags hold all that was written before the call. The first call loads them. */
  upToDate(): Promise<void>
  /** The same without the tags: a window opens with the photos by time, which need none. */
  photosUpToDate(): Promise<void>
  /** Runs what changes categories or decisions, one after the other. */
  readonly changing: OneAtATime
}
