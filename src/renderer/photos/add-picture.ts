import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { useNotice } from '../state/notice-store.ts'

const mostBytes = 24 * 1024 * 1024

interface AddedPicture {
  readonly pictureId: string
  readonly name: string
}

/** Gives the library a picture from outside to look at; undefined where it could not be, and the person was told why. */
export async function addPicture(picture: File): Promise<AddedPicture | undefined> {
  const name = (picture.name === '' ? 'Pasted picture' : picture.name).slice(0, 300)
  if (picture.size > mostBytes) {
    useNotice.getState().complain(`“${name}” is larger than 24 MB. Make a smaller copy and use that.`)
    return undefined
  }
  const answer = await attempt(send(picture, name))
  return answer === undefined ? undefined : { pictureId: answer.pictureId, name }
}

async function send(picture: File, name: string): Promise<{ readonly pictureId: string }> {
  return await library['search.addPicture']({ dataBase64: await base64Of(picture), name })
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
