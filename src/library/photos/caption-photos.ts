import { basename } from 'node:path'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { mainTag, tagsOfPhoto } from './tags-of-photo.ts'

export interface Caption {
  readonly photoId: number
  readonly fileName: string
  readonly tag: string
  readonly takenAtMs: number
}

/** A name and the main tag of each photo, for hover captions and screen readers. Photos that are gone are left out. */
export function captionPhotos(catalogue: Pick<Catalogue, 'store'>, photoIds: readonly number[]): Caption[] {
  const { store } = catalogue
  return photoIds.flatMap((photoId) => {
    const row = store.photoDetails.get(photoId)
    if (row === null) return []
    const [file] = store.photoDetails.files(photoId)
    const fileName = file === undefined ? '' : basename(file.relativePath)
    return [{ photoId, fileName, tag: mainTag(tagsOfPhoto(catalogue, photoId)), takenAtMs: row.takenAtMs }]
  })
}
