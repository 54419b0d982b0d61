import { proposeNames } from '../../core/clustering/propose-names.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { calibrationOf } from '../tagging/make-classifier.ts'
import { evenSample } from './even-sample.ts'
import { knownNames } from './known-names.ts'

const mostNamedBy = 200
const mostNames = 5

/**
 * Names that fit these photos, best first: of the vocabulary and of the person's own categories. None where nothing fits, or none of
 * the photos was looked at yet.
 */
export async function suggestNames(
  catalogue: Catalogue,
  photoIds: readonly number[],
): Promise<{ names: { name: string; categoryId: number | null }[] }> {
  const { model } = catalogue
  if (model === null) return { names: [] }
  const { reference } = await calibrationOf(model)
  const photos = evenSample([...new Set(photoIds)], mostNamedBy).flatMap((photoId) => model.matrix.get(photoId) ?? [])
  if (photos.length === 0) return { names: [] }
  const known = knownNames(catalogue)
  const idOf = new Map(known.map(({ name, categoryId }) => [name, categoryId]))
  const proposed = proposeNames(photos, known, reference().mean, mostNames)
  return { names: proposed.map(({ name }) => ({ name, categoryId: idOf.get(name) ?? null })) }
}
