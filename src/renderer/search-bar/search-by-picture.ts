import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { useNotice } from '../state/notice-store.ts'
import { useView } from '../state/view-store.ts'

const mostBytes = 24 * 1024 * 1024

/** The first picture among files that were dropped or pasted. */
export function firstPicture(files: Iterable<File>): File | undefined {
  return [...files].find((file) => file.type.startsWith('image/'))
}

/** Shows the photos that look like a picture from outside the library. It stays in memory and is never stored. */
export async function searchByPicture(picture: File): Promise<void> {
  const name = picture.name === '' ? 'Pasted picture' : picture.name
  if (picture.size > mostBytes) {
    useNotice.getState().complain(`“${name}” is larger than 24 MB. Make a smaller copy and search with that.`)
    return
  }
  const answer = await attempt(addPicture(picture, name))
  if (answer === undefined) return
  const { place, go, edit, narrow, narrowing } = useView.getState()
  if (place.kind === 'problems') go({ kind: 'all' })
  edit(null)
  if (narrowing.likePicture !== null) URL.revokeObjectURL(narrowing.likePicture.previewUrl)
  narrow({
    text: '',
    likePhotoId: null,
    likePicture: { pictureId: answer.pictureId, name, previewUrl: URL.createObjectURL(picture) },
  })
}

async function addPicture(picture: File, name: string): Promise<{ readonly pictureId: string }> {
  return await library['search.addPicture']({ dataBase64: await base64Of(picture), name: name.slice(0, 300) })
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => reject(new Error('The picture could not be read')))
    reader.readAsDataURL(blob)
  })
}
