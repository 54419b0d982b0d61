import { addPicture } from '../photos/add-picture.ts'
import { useView } from '../state/view-store.ts'
import { showsPhotos } from '../state/view.ts'

/** The first picture among files that were dropped or pasted. */
export function firstPicture(files: Iterable<File>): File | undefined {
  return [...files].find((file) => file.type.startsWith('image/'))
}

/** Shows the photos that look like a picture from outside the library. It stays in memory and is never stored. */
export async function searchByPicture(picture: File): Promise<void> {
  const added = await addPicture(picture)
  if (added === undefined) return
  const { place, go, edit, narrow, narrowing } = useView.getState()
  if (!showsPhotos(place)) go({ kind: 'all' })
  edit(null)
  if (narrowing.likePicture !== null) URL.revokeObjectURL(narrowing.likePicture.previewUrl)
  narrow({
    text: '',
    likePhotoId: null,
    likePicture: { ...added, previewUrl: URL.createObjectURL(picture) },
  })
}
