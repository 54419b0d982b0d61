import { WinnowError } from '../../contract/error.ts'
import { mostPicturesAtOnce } from '../../contract/primitives.ts'

export interface OutsidePicture {
  readonly vector: Float32Array
  /** Of its file. */
  readonly name: string
}

/** Pictures from outside the library that a person searches or teaches by, as vectors, until the library closes. */
export interface PictureShelf {
  /** Returns the id to ask for it by. */
  put(picture: OutsidePicture): string
  /** @throws WinnowError `not-found` */
  pictureOf(pictureId: string): OutsidePicture
  /** Another model serves: these vectors say nothing to it. */
  forgetAll(): void
}

/** The last so many, enough for the yes and the no of one step; a vector is 3 KB. */
const mostPictures = 2 * mostPicturesAtOnce

export function createPictureShelf(): PictureShelf {
  const pictures = new Map<string, OutsidePicture>()
  let count = 0
  return {
    put(picture) {
      const pictureId = `picture-${++count}`
      pictures.set(pictureId, picture)
      pictures.delete(`picture-${count - mostPictures}`)
      return pictureId
    },
    forgetAll: () => pictures.clear(),
    pictureOf(pictureId) {
      const picture = pictures.get(pictureId)
      if (picture !== undefined) return picture
      throw new WinnowError('not-found', 'Winnow does not remember this picture any more. Drop it here again.')
    },
  }
}
