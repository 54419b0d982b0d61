import { explainErrors } from './explain-errors.ts'
import type { Library } from './library.ts'
import { openContext } from './open-context.ts'
import { openIndexing } from './open-indexing.ts'
import { openTagging } from './open-tagging.ts'
import { databaseFile } from './store/database.ts'
import type { Access } from './store/database.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Opens the back end. One process at a time may write; others may read beside it.
 * @throws WinnowError `library-in-use`, `database-too-new`, `database-damaged`, `disk-full`, `model-missing`; for reading
 * `not-found` where there is no library yet, `not-available` where an older Winnow made it
 */
export async function openLibrary(surroundings: Surroundings, access: Access): Promise<Library> {
  const { context, close } = openContext(surroundings, access)
  try {
    const tagging = openTagging(context)
    const indexing = openIndexing(context, tagging.tagger)
    const handlers = { ...indexing.handlers, ...tagging.handlers(indexing.folderUndo) }
    return {
      handlers: explainErrors(handlers, databaseFile(surroundings.paths.dataDir)),
      onEvent: context.events.onEvent,
      serveMedia: indexing.serveMedia,
      start() {
        if (access === 'read') return
        tagging.start()
        indexing.start()
      },
      settled: indexing.settled,
      async close() {
        await tagging.close()
        await indexing.close()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}
