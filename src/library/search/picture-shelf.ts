import { WinnowError } from '../../contract/error.ts'

/** Pictures from outside the library that a person searches by, as vectors, until the library closes. */
export interface PictureShelf {
  /** Returns the id to search by. */
  put(vector: Float32Array): string
  /** @throws WinnowError `not-found` */
  vectorOf(pictureId: string): Float32Array
}

/** The last so many; a vector is 3 KB. */
const mostPictures = 100

export function createPictureShelf(): PictureShelf {
  const vectors = new Map<string, Float32Array>()
  let count = 0
  return {
    put(vector) {
      const pictureId = `picture-${++count}`
      vectors.set(pictureId, vector)
      vectors.delete(`picture-${count - mostPictures}`)
      return pictureId
    },
    vectorOf(pictureId) {
      const vector = vectors.get(pictureId)
      if (vector !== undefined) return vector
      throw new WinnowError('not-found', 'Winnow does not remember this picture any more. Drop it here again.')
    },
  }
}
