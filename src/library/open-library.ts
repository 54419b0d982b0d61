import { openCatalogue } from './catalogue/open-catalogue.ts'
import { categoryHandlers } from './categories/category-handlers.ts'
import { explainErrors } from './explain-errors.ts'
import { historyHandlers } from './history/history-handlers.ts'
import type { Library } from './library.ts'
import { openContext } from './open-context.ts'
import { openIndexing } from './open-indexing.ts'
import { databaseFile } from './store/database.ts'
import type { Access } from './store/database.ts'
import type { Surroundings } from './surroundings.ts'
import { createTagger } from './tagging/create-tagger.ts'

/**
 * Opens the back end. One process at a time may write; others may read beside it.
 * @throws WinnowError `library-in-use`, `database-too-new`, `database-damaged`, `disk-full`, `model-missing`; for reading
 * `not-found` where there is no library yet, `not-available` where an older Winnow made it
 */
export async function openLibrary(surroundings: Surroundings, access: Access): Promise<Library> {
  const { context, close } = openContext(surroundings, access)
  try {
    const catalogue = openCatalogue(context)
    const indexing = openIndexing(context, createTagger(catalogue))
    const handlers = {
      ...indexing.handlers,
      ...categoryHandlers(catalogue),
      ...historyHandlers(catalogue, indexing.folderUndo),
    }
    return {
      handlers: explainErrors(handlers, databaseFile(surroundings.paths.dataDir)),
      onEvent: context.events.onEvent,
      serveMedia: indexing.serveMedia,
      start() {
        if (access === 'write') indexing.start()
      },
      settled: indexing.settled,
      async close() {
        await indexing.close()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}
