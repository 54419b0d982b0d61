import type { SharedModel } from '../../core/sharing/category-file.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'

/** The space that this library's vectors live in, as a file of shared categories names it; null without a model. */
export function sharedModelOf({ model }: Pick<Catalogue, 'model'>): SharedModel | null {
  if (model === null) return null
  const { id, version, embeddingDim } = model.data.manifest
  return { name: `${id}@${version}`, dim: embeddingDim }
}
