import { basename, join } from 'node:path'
import { WinnowError } from '../../contract/error.ts'
import type { PhotoDetails } from '../../contract/photos.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { PhotoFileRow } from '../store/photo-details.ts'
import { probabilityNow } from '../tagging/probability-now.ts'
import { tagsOfPhoto } from './tags-of-photo.ts'

/**
 * Everything known of a photo.
 * @throws WinnowError `not-found`
 */
export function getPhoto(catalogue: Pick<Catalogue, 'store' | 'model'>, photoId: number): PhotoDetails {
  const { store } = catalogue
  const row = store.photoDetails.get(photoId)
  if (row === null) throw new WinnowError('not-found', 'This photo is not in the library any more.')
  const files = store.photoDetails.files(photoId)
  const { tags, saidNo } = tagsOfPhoto({ store }, photoId)
  return {
    ...row,
    mediaType: row.mediaType ?? 'application/octet-stream',
    ready: files.some((file) => file.state === 'ready'),
    tags: tags.map((tag) =>
      tag.saidBy === 'you' ? tag : { ...tag, probability: probabilityNow(catalogue, photoId, tag) },
    ),
    saidNo: [...saidNo],
    files: files.map(viewFile),
  }
}

function viewFile({ folderPath, relativePath, offline, ...file }: PhotoFileRow): PhotoDetails['files'][number] {
  return {
    ...file,
    path: join(folderPath, relativePath),
    name: basename(relativePath),
    offline: offline === 1,
  }
}
