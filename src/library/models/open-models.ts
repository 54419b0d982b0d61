import type { ApiHandlers } from '../../contract/api.ts'
import { WinnowError } from '../../contract/error.ts'
import type { ModelCatalogue } from '../../core/model/catalogue.ts'
import type { LibraryContext } from '../context.ts'
import type { Surroundings } from '../surroundings.ts'
import { addModelFolder } from './add-folder/add-model-folder.ts'
import { freeBytes } from './disk/free-space.ts'
import { usualLimits } from './download/download-limits.ts'
import { createDownloads } from './download/downloads.ts'
import { listModels } from './list-models.ts'
import type { PreparingState } from './preparing-state.ts'
import { readCatalogue } from './read-catalogue.ts'
import { removeModel } from './remove-model.ts'
import { refuseReader } from '../refuse-reader.ts'

type Names =
  | 'models.list'
  | 'models.download'
  | 'models.pauseDownload'
  | 'models.cancelDownload'
  | 'models.addFolder'
  | 'models.remove'

export interface OpenedModels {
  readonly handlers: Pick<ApiHandlers, Names>
  close(): Promise<void>
}

/** Models that are here and models that can be had; what is left of downloads waits for the person. */
export function openModels(context: LibraryContext, preparing: PreparingState): OpenedModels {
  const { surroundings, access, shelf, store, events, encoderChoice } = context
  const catalogue = readCatalogueIfWhole(surroundings)
  const announce = (): void => events.announce('models.changed', {})
  const downloads = createDownloads({ surroundings, catalogue, shelf, limits: usualLimits, announce, access })
  /** Of the provider that runs it, as tested. */
  const measuredSpeed = (modelKey: string): number | null => {
    const model = shelf.find(modelKey)
    if (model === undefined) return null
    const { known, chosen } = encoderChoice.chosenFor(model)
    const finding = known.find(({ name }) => name === chosen.name)?.finding
    return finding?.kind === 'works' ? finding.photosPerSecond : null
  }
  const closing = new AbortController()
  const adding = new Set<Promise<string>>()

  const writing = async <T>(work: () => T | Promise<T>): Promise<T> => {
    refuseReader(access, 'Do it')
    return await work()
  }

  return {
    handlers: {
      'models.list': async () =>
        listModels({
          catalogue,
          shelf,
          downloads,
          preparing,
          knowledge: store.model.knowledge(),
          measuredSpeed,
          freeBytes: await freeBytes(surroundings.paths.dataDir),
        }),
      'models.download': ({ modelKey, mirror }) =>
        writing(() => {
          downloads.start(modelKey, mirror)
          return {}
        }),
      'models.pauseDownload': ({ modelKey }) => writing(async () => (await downloads.pause(modelKey), {})),
      'models.cancelDownload': ({ modelKey }) => writing(async () => (await downloads.cancel(modelKey), {})),
      'models.addFolder': ({ path }, signal) =>
        writing(async () => {
          const work = addModelFolder(surroundings, shelf, path, AbortSignal.any([signal, closing.signal]))
          adding.add(work)
          try {
            return { modelKey: await work }
          } finally {
            adding.delete(work)
            shelf.refresh()
            announce()
          }
        }),
      'models.remove': ({ modelKey, what }) =>
        writing(async () => {
          await removeModel({ context, downloads, preparing, modelKey, what })
          announce()
          return {}
        }),
    },
    async close() {
      closing.abort(new WinnowError('cancelled', 'This was stopped.'))
      await Promise.all([downloads.close(), Promise.allSettled(adding)])
    },
  }
}

/** What is here can be used without it. */
function readCatalogueIfWhole({ paths, log }: Surroundings): ModelCatalogue | null {
  try {
    return readCatalogue(paths.modelsDir)
  } catch (error) {
    log('error', 'The list of models that can be added can’t be read. Install Winnow again.', error)
    return null
  }
}
