import { explainErrors } from './explain-errors.ts'
import { createFirstSight } from './first-sight.ts'
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
    const firstSight = createFirstSight()
    const taggingHandlers = tagging.handlers(indexing.folderUndo)
    const handlers = {
      ...indexing.handlers,
      ...taggingHandlers,
      'photos.list': firstSight.watch(taggingHandlers['photos.list']),
    }
    let isClosed = false
    let beginning = Promise.resolve()
    const begin = (): void => {
      if (isClosed) return
      tagging.start()
      indexing.start()
    }
    return {
      handlers: explainErrors(handlers, databaseFile(surroundings.paths.dataDir)),
      onEvent: context.events.onEvent,
      serveMedia: indexing.serveMedia,
      start({ afterFirstSight = false } = {}) {
        if (access === 'read') return
        if (!afterFirstSight) return begin()
        tagging.loadPhotos()
        beginning = firstSight.over().then(begin)
      },
      async settled(signal) {
        await beginning
        await indexing.settled(signal)
      },
      async close() {
        isClosed = true
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
