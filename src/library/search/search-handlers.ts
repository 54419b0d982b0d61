import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { addPicture } from './add-picture.ts'
import type { PictureShelf } from './picture-shelf.ts'
import { suggest } from './suggest.ts'

export function searchHandlers(
  catalogue: Catalogue,
  shelf: PictureShelf,
): Pick<ApiHandlers, 'search.suggest' | 'search.addPicture'> {
  return {
    'search.suggest': ({ text, limit }) => suggest(catalogue, text, limit),
    'search.addPicture': (picture, signal) => addPicture(catalogue, shelf, picture, signal),
  }
}
