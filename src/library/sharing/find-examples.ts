import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ImportedCategory } from './read-import.ts'

/**
 * The category with the examples that can teach here: those that are photos of this library by its own embedding of them, others
 * by the vector they bring. What has neither is left out and named.
 */
export function findExamples(
  { store, model }: Pick<Catalogue, 'store' | 'model'>,
  category: ImportedCategory,
): { readonly category: ImportedCategory; readonly leftOut: readonly string[] } {
  const examples = category.examples.flatMap((example) => {
    const photoId = example.hash === null ? undefined : store.photo.idByHash(example.hash)
    const own = photoId === undefined || model === null ? null : store.embedding.get(model.modelId, photoId)
    const vector = own ?? example.vector
    return vector === null || model === null ? [] : [{ ...example, vector }]
  })
  const missing = category.examples.length - examples.length
  const those = missing === 1 ? 'an example is a photo' : `${missing.toLocaleString('en-US')} examples are photos`
  return {
    category: { ...category, examples },
    leftOut: missing === 0 ? [] : [`${category.name}: ${those} that this library does not have.`],
  }
}
