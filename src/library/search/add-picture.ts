import { WinnowError } from '../../contract/error.ts'
import { cleanText } from '../../core/facts/clean-text.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { PictureShelf } from './picture-shelf.ts'

/** Characters of a file's name that are kept. */
const longestName = 120

/**
 * Looks at a picture from outside the library, so that it can be searched or taught by.
 * @throws WinnowError `invalid-input` when it is no picture, `worker-down`, `model-missing`, `cancelled`; `not-available` when
 * Winnow has changed over to another model meanwhile
 */
export async function addPicture(
  { context }: Pick<Catalogue, 'context'>,
  shelf: PictureShelf,
  { dataBase64, name }: { readonly dataBase64: string; readonly name: string },
  signal?: AbortSignal,
): Promise<{ pictureId: string }> {
  const { worker } = context
  const { modelKey } = worker.target.model
  const vector = await worker.embedPicture(Buffer.from(dataBase64, 'base64'), signal)
  if (worker.target.model.modelKey !== modelKey) {
    throw new WinnowError(
      'not-available',
      'Winnow has just changed over to another model. Drop the picture here again.',
    )
  }
  return { pictureId: shelf.put({ vector, name: cleanText(name, longestName) ?? 'Picture' }) }
}
