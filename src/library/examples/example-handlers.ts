import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { existingCategory } from '../categories/category-view.ts'
import type { PictureShelf } from '../search/picture-shelf.ts'
import { addExamples } from './add-examples.ts'
import { removeExample } from './remove-example.ts'

type ExampleMethods = 'categories.addExamples' | 'categories.examples' | 'categories.removeExample'

export function exampleHandlers(catalogue: Catalogue, shelf: PictureShelf): Pick<ApiHandlers, ExampleMethods> {
  const { changing, store } = catalogue
  return {
    'categories.addExamples': (input, signal) => changing(() => addExamples(catalogue, shelf, input, signal)),
    'categories.examples': ({ categoryId }) => {
      existingCategory(catalogue, categoryId)
      const examples = store.example.ofCategory(categoryId)
      return { examples: examples.map(({ exampleId, name, verdict }) => ({ exampleId, name, verdict })) }
    },
    'categories.removeExample': async ({ exampleId }, signal) => {
      await changing(() => removeExample(catalogue, exampleId, signal))
      return {}
    },
  }
}
