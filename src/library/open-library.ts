import { createAttention } from './model-switch/attention.ts'
import { createModelSwitch } from './model-switch/create-model-switch.ts'
import { modelSwitchHandlers } from './model-switch/model-switch-handlers.ts'
import { openModels } from './models/open-models.ts'
import { explainErrors } from './explain-errors.ts'
import { createFirstSight } from './first-sight.ts'
import type { Library } from './library.ts'
import { openContext } from './open-context.ts'
import { openIndexing } from './open-indexing.ts'
import { openProviders } from './open-providers.ts'
import { openTagging } from './open-tagging.ts'
import { openSorting } from './sorting/open-sorting.ts'
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
    const { catalogue, tagger } = tagging
    const attention = createAttention()
    const modelSwitch = createModelSwitch({
      catalogue,
      pictures: tagging.pictures,
      attention,
      isIndexing: indexing.isReading,
      onServed() {
        indexing.modelChanged()
        tagging.settleSoon()
        providers.modelChanged()
      },
    })
    const providers = openProviders(context, attention.isWorking)
    const models = openModels(context, modelSwitch)
    const sorting = openSorting({ catalogue, tagger, scanner: indexing.scanner, onDone: indexing.wake })
    const taggingHandlers = tagging.handlers({ folders: indexing.folderUndo, sorting: sorting.undo })
    const handlers = {
      ...indexing.handlers,
      ...taggingHandlers,
      ...sorting.handlers,
      ...modelSwitchHandlers(context, modelSwitch),
      ...models.handlers,
      ...providers.handlers,
      'photos.list': firstSight.watch(taggingHandlers['photos.list']),
    }
    let isClosed = false
    let beginning = Promise.resolve()
    const begin = async (): Promise<void> => {
      if (isClosed) return
      // A scan would take files that a sort had in hand for new ones.
      await sorting.recovered()
      if (isClosed) return
      tagging.start()
      indexing.start()
      modelSwitch.start()
      providers.start()
    }
    return {
      handlers: attention.watch(explainErrors(handlers, databaseFile(surroundings.paths.dataDir))),
      onEvent: context.events.onEvent,
      serveMedia: indexing.serveMedia,
      start({ afterFirstSight = false } = {}) {
        if (access === 'read') return
        if (!afterFirstSight) {
          beginning = begin()
          return
        }
        tagging.loadPhotos()
        beginning = firstSight.over().then(begin)
      },
      async settled(signal) {
        await beginning
        await sorting.settled(signal)
        await indexing.settled(signal)
      },
      async close() {
        isClosed = true
        await modelSwitch.close()
        await providers.close()
        await models.close()
        await sorting.close()
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
