import type { PhotoQuery } from '../../contract/photos.ts'

/** Where the person is: one entry of the sidebar. */
export type Place =
  | { readonly kind: 'all' }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'untagged' }
  | { readonly kind: 'groups' }
  | { readonly kind: 'problems' }
  | { readonly kind: 'sort' }
  | { readonly kind: 'sort-runs' }
  | { readonly kind: 'models' }
  | { readonly kind: 'hardware' }
  | { readonly kind: 'category'; readonly categoryId: number }
  | { readonly kind: 'folder'; readonly folderId: number; readonly folderPath: string }

/** What narrows the place: the search box and its chips. */
export interface Narrowing {
  readonly text: string
  readonly likePhotoId: number | null
  /** A picture from outside; `previewUrl` is a `blob:` address of this window. */
  readonly likePicture: { readonly pictureId: string; readonly name: string; readonly previewUrl: string } | null
  readonly categoryIds: readonly number[]
  readonly section: 'unsure' | 'untagged' | null
  readonly folder: { readonly folderId: number; readonly folderPath: string } | null
  /** Capture time, from (inclusive) and to (exclusive), with the words for its chip. */
  readonly dates: { readonly fromMs: number; readonly toMs: number; readonly label: string } | null
}

export const noNarrowing: Narrowing = {
  text: '',
  likePhotoId: null,
  likePicture: null,
  categoryIds: [],
  section: null,
  folder: null,
  dates: null,
}

const withoutPhotos: ReadonlySet<Place['kind']> = new Set([
  'groups',
  'problems',
  'sort',
  'sort-runs',
  'models',
  'hardware',
])

/** Whether photos are what a place shows; where not, a search leads to all of them. */
export function showsPhotos(place: Place): boolean {
  return !withoutPhotos.has(place.kind)
}

/** The question to the library for a place and what narrows it; null where the place shows no photos. */
export function queryOf(place: Place, narrowing: Narrowing): PhotoQuery | null {
  if (!showsPhotos(place)) return null
  const categoryIds = [...(place.kind === 'category' ? [place.categoryId] : []), ...narrowing.categoryIds]
  const section = narrowing.section ?? (place.kind === 'unsure' || place.kind === 'untagged' ? place.kind : null)
  const folder = narrowing.folder ?? (place.kind === 'folder' ? place : null)
  const text = narrowing.text.trim()
  return {
    ...(text !== '' && { text }),
    ...(narrowing.likePhotoId !== null && { likePhotoId: narrowing.likePhotoId }),
    ...(narrowing.likePicture !== null && { likePictureId: narrowing.likePicture.pictureId }),
    ...(categoryIds.length > 0 && { categoryIds }),
    ...(section !== null && { section }),
    ...(folder !== null && { folderId: folder.folderId, folderPath: folder.folderPath }),
    ...(narrowing.dates !== null && { fromMs: narrowing.dates.fromMs, toMs: narrowing.dates.toMs }),
  }
}
