import type { Category } from '../../contract/categories.ts'
import type { Folder } from '../../contract/folders.ts'
import type { Narrowing } from '../state/view.ts'

/** One thing that narrows the place, and what takes it away. */
export interface NarrowingChip {
  readonly key: string
  readonly label: string
  readonly colour: string | null
  readonly picture: { readonly photoId: number } | { readonly url: string } | null
  readonly without: Partial<Narrowing>
}

/** Everything that narrows but the words, in the order it reads: what, where, when, like what. */
export function narrowingChips(
  narrowing: Narrowing,
  categories: readonly Category[],
  folders: readonly Folder[],
): readonly NarrowingChip[] {
  const chips: NarrowingChip[] = narrowing.categoryIds.map((categoryId) => {
    const category = categories.find((candidate) => candidate.categoryId === categoryId)
    return {
      key: `category:${categoryId}`,
      label: category?.name ?? 'A category',
      colour: category?.colour ?? null,
      picture: null,
      without: { categoryIds: narrowing.categoryIds.filter((other) => other !== categoryId) },
    }
  })
  if (narrowing.section !== null) {
    chips.push(plain('section', narrowing.section === 'unsure' ? 'Not sure' : 'Untagged', { section: null }))
  }
  if (narrowing.folder !== null) {
    chips.push(plain('folder', folderName(narrowing.folder, folders), { folder: null }))
  }
  if (narrowing.dates !== null) chips.push(plain('dates', narrowing.dates.label, { dates: null }))
  if (narrowing.likePhotoId !== null) {
    chips.push({
      ...plain('like-photo', 'like this photo', { likePhotoId: null }),
      picture: { photoId: narrowing.likePhotoId },
    })
  }
  if (narrowing.likePicture !== null) {
    const { name, previewUrl } = narrowing.likePicture
    chips.push({ ...plain('like-picture', `like ${name}`, { likePicture: null }), picture: { url: previewUrl } })
  }
  return chips
}

/** The last name of a folder's path, or the folder's own name. */
export function folderName(
  { folderId, folderPath }: NonNullable<Narrowing['folder']>,
  folders: readonly Folder[],
): string {
  if (folderPath !== '') return folderPath.slice(folderPath.lastIndexOf('/') + 1)
  return folders.find((folder) => folder.folderId === folderId)?.name ?? 'A folder'
}

function plain(key: string, label: string, without: Partial<Narrowing>): NarrowingChip {
  return { key, label, colour: null, picture: null, without }
}
