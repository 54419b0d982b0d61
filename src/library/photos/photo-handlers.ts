import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { decidePhotos } from '../decisions/decide-photos.ts'
import type { PictureShelf } from '../search/picture-shelf.ts'
import { captionPhotos } from './caption-photos.ts'
import { countTagsOfPhotos } from './count-tags-of-photos.ts'
import { getPhoto } from './get-photo.ts'
import { listPhotos } from './list-photos.ts'
import { revealFile } from './reveal-file.ts'

export function photoHandlers(
  catalogue: Catalogue,
  shelf: PictureShelf,
): Pick<
  ApiHandlers,
  'photos.list' | 'photos.get' | 'photos.captions' | 'photos.reveal' | 'photos.decide' | 'photos.tagCounts'
> {
  return {
    'photos.list': (query, signal) => listPhotos(catalogue, shelf, query, signal),
    'photos.get': ({ photoId }) => getPhoto(catalogue, photoId),
    'photos.captions': ({ photoIds }) => ({ captions: captionPhotos(catalogue, photoIds) }),
    'photos.reveal': async ({ fileId }) => {
      await revealFile(catalogue.context, fileId)
      return {}
    },
    'photos.decide': (input) => catalogue.changing(() => decidePhotos(catalogue, input)),
    'photos.tagCounts': async ({ photoIds }) => {
      await catalogue.upToDate()
      return { counts: countTagsOfPhotos(catalogue, photoIds) }
    },
  }
}
