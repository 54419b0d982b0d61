import type { LibraryContext, Tagger } from '../../context.ts'
import type { Scanner } from '../../scan/scanner.ts'
import type { Disk } from '../disk/disk.ts'

/** What the engine works with. */
export interface SortEngineOptions {
  readonly context: LibraryContext
  readonly tagger: Pick<Tagger, 'mergePhoto'>
  readonly disk: Disk
  readonly scanner: Scanner
  /** Files lie elsewhere now: there may be something to read. */
  readonly onDone: () => void
}
