import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { PictureShelf } from '../search/picture-shelf.ts'
import { createCategory } from './create-category.ts'
import { listCategories } from './list-categories.ts'
import { previewCategory } from './preview-category.ts'
import { removeCategory } from './remove-category.ts'
import { updateCategory } from './update-category.ts'

export function categoryHandlers(
  catalogue: Catalogue,
  shelf: PictureShelf,
): Pick<
  ApiHandlers,
  'categories.list' | 'categories.preview' | 'categories.create' | 'categories.update' | 'categories.remove'
> {
  return {
    'categories.list': (input) => listCategories(catalogue, input),
    'categories.preview': (input, signal) => previewCategory(catalogue, shelf, input, signal),
    'categories.create': (input, signal) => catalogue.changing(() => createCategory(catalogue, shelf, input, signal)),
    'categories.update': ({ categoryId, ...fields }, signal) =>
      catalogue.changing(() => updateCategory(catalogue, categoryId, fields, signal)),
    'categories.remove': async ({ categoryId }, signal) => {
      await catalogue.changing(() => removeCategory(catalogue, categoryId, signal))
      return {}
    },
  }
}
