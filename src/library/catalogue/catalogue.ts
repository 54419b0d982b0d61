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
  /** Null when the model's files are missing: then photos can be seen, but not looked at. */
  readonly model: ActiveModel | null
  readonly feed: PhotoFeed
  /** Resolves when photos, names and tags hold all that was written before the call. The first call loads them. */
  upToDate(): Promise<void>
  /** The same without the tags: a window opens with the photos by time, which need none. */
  photosUpToDate(): Promise<void>
  /** Runs what changes categories or decisions, one after the other. */
  readonly changing: OneAtATime
}
