import { WinnowError } from '../../contract/error.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { OutsidePicture, PictureShelf } from '../search/picture-shelf.ts'

/** What a person has filled in of a category. */
export interface FullDraft {
  readonly name: string
  readonly words: readonly string[]
  readonly notWords: readonly string[]
  readonly strictness: number
  readonly useHints: boolean
  readonly yesPhotoIds: readonly number[]
  readonly noPhotoIds: readonly number[]
  readonly yesPictureIds: readonly string[]
}

/** The answers a category begins with. */
export interface FirstAnswers {
  readonly yesPhotoIds: readonly number[]
  readonly noPhotoIds: readonly number[]
  readonly pictures: readonly OutsidePicture[]
}

/**
 * The answers of a draft; photos that are gone are left out.
 * @throws WinnowError `invalid-input` for a photo that is yes and no at once, `not-found` for a picture that is forgotten
 */
export function firstAnswers(
  { store }: Pick<Catalogue, 'store'>,
  shelf: PictureShelf,
  { yesPhotoIds, noPhotoIds, yesPictureIds }: FullDraft,
): FirstAnswers {
  const yes = new Set(yesPhotoIds.filter((photoId) => store.photoColumns.exists(photoId)))
  const no = new Set(noPhotoIds.filter((photoId) => store.photoColumns.exists(photoId)))
  if ([...yes].some((photoId) => no.has(photoId))) {
    throw new WinnowError('invalid-input', 'A photo can’t be yes and no at once. Take it out of one of the two.')
  }
  return {
    yesPhotoIds: [...yes],
    noPhotoIds: [...no],
    pictures: [...new Set(yesPictureIds)].map((pictureId) => shelf.pictureOf(pictureId)),
  }
}
