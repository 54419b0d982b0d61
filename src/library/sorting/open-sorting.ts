import type { Tagger } from '../context.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { SortUndo } from '../history/sort-undo.ts'
import type { Scanner } from '../scan/scanner.ts'
import type { Disk } from './disk/disk.ts'
import { createNodeDisk } from './disk/node-disk.ts'
import { createPlanShelf } from './plan/plan-shelf.ts'
import { createSortEngine } from './run/create-sort-engine.ts'
import { sortingHandlers } from './sorting-handlers.ts'

export interface SortingOptions {
  readonly catalogue: Catalogue
  readonly tagger: Tagger
  readonly scanner: Scanner
  /** Files lie elsewhere now: there may be something to read. */
  readonly onDone: () => void
  readonly disk?: Disk
}

/** Puts together what sorts files on disk. Nothing is done to them before it is asked for. */
export function openSorting(options: SortingOptions) {
  const { catalogue, tagger, scanner, onDone, disk = createNodeDisk() } = options
  const { context } = catalogue
  const engine = createSortEngine({ context, tagger, disk, scanner, onDone })
  const plans = createPlanShelf(catalogue, disk)
  let recovering: Promise<void> | undefined

  /** Once, before the first scan and before the first change. */
  const recovered = (): Promise<void> => {
    recovering ??= engine
      .recover()
      .catch((error: unknown) =>
        context.surroundings.log('error', 'Looking after a sort that was interrupted failed.', error),
      )
    return recovering
  }

  const undo: SortUndo = {
    undo: (runId) => engine.undo(runId, null),
    redo: (runId) => engine.redo(runId),
  }

  return {
    undo,
    recovered,
    handlers: sortingHandlers(catalogue, { engine, plans, disk, recovered }),
    settled: engine.settled,
    async close(): Promise<void> {
      await recovering
      await engine.close()
    },
  }
}
