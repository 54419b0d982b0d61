import { openCatalogue } from './catalogue/open-catalogue.ts'
import { choiceHandlers } from './choices/choice-handlers.ts'
import { categoryHandlers } from './categories/category-handlers.ts'
import type { LibraryContext } from './context.ts'
import { exampleHandlers } from './examples/example-handlers.ts'
import { exportHandlers } from './export/export-handlers.ts'
import { groupHandlers } from './groups/group-handlers.ts'
import { historyHandlers } from './history/history-handlers.ts'
import type { StepMeans } from './history/take-step.ts'
import { photoHandlers } from './photos/photo-handlers.ts'
import { createPictureShelf } from './search/picture-shelf.ts'
import { searchHandlers } from './search/search-handlers.ts'
import { sharingHandlers } from './sharing/sharing-handlers.ts'
import { systemHandlers } from './system/system-handlers.ts'
import { createTagger } from './tagging/create-tagger.ts'
import { teachingHandlers } from './teaching/teaching-handlers.ts'

/** Categories are brought up to date so long after the first thing that asks for it. */
const settleAfterMs = 3000

/**
 * Puts together what knows the photos: lists, categories, search, history, export.
 * @throws WinnowError as `openCatalogue` does
 */
export function openTagging(context: LibraryContext) {
  const catalogue = openCatalogue(context)
  const closing = new AbortController()
  const background = new Set<Promise<void>>()
  const shelf = createPictureShelf()
  const tagger = createTagger(catalogue, settleSoon)
  let waiting: NodeJS.Timeout | undefined

  /** Indexing tells of many photos one after the other, and learning from each batch would be half of the work. */
  function settleSoon(): void {
    waiting ??= setTimeout(() => {
      waiting = undefined
      inBackground(() => tagger.settle(closing.signal))
    }, settleAfterMs).unref()
  }

  function inBackground(work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => {
        if (!closing.signal.aborted)
          context.surroundings.log('error', 'Bringing the categories up to date failed.', error)
      })
      .finally(() => background.delete(running))
    background.add(running)
  }

  return {
    catalogue,
    tagger,
    /** Pictures from outside the library. */
    pictures: shelf,
    settleSoon,
    /** @param means take back what was done to folders and files */
    handlers: (means: Omit<StepMeans, 'settle'>) => ({
      ...photoHandlers(catalogue, shelf),
      ...categoryHandlers(catalogue, shelf),
      ...teachingHandlers(catalogue),
      ...choiceHandlers(catalogue),
      ...exampleHandlers(catalogue, shelf),
      ...groupHandlers(catalogue),
      ...searchHandlers(catalogue, shelf),
      ...historyHandlers(catalogue, { ...means, settle: settleSoon }),
      ...exportHandlers(catalogue),
      ...sharingHandlers(catalogue, settleSoon),
      ...systemHandlers(catalogue),
    }),
    /** Loads what the first list is answered from, before it is asked for. */
    loadPhotos(): void {
      inBackground(catalogue.photosUpToDate)
    },
    /** Loads what lists and searches are answered from, then brings the judges of all categories up to date. */
    start(): void {
      inBackground(async () => {
        await catalogue.upToDate()
        await tagger.settle(closing.signal)
        // What is known of the photos shown can be told once their embeddings are there.
        context.events.announce('categories.changed', {})
      })
    },
    async close(): Promise<void> {
      closing.abort()
      clearTimeout(waiting)
      await Promise.all(background)
    },
  }
}
