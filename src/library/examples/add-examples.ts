import { WinnowError } from '../../contract/error.ts'
import { examplesAddedSentence } from '../../core/history/sentences.ts'
import { dot } from '../../core/vector/dot.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { existingCategory } from '../categories/category-view.ts'
import type { SingleChange } from '../history/change.ts'
import { performChange } from '../history/perform-change.ts'
import { existingModel } from '../photos/list-alike.ts'
import type { PictureShelf, OutsidePicture } from '../search/picture-shelf.ts'

/** Likeness from which two pictures are the same one, but for what float16 rounds. */
const samePicture = 0.9995

/**
 * Pictures from outside become examples of a category: their vectors are kept, their files are not. One step of undo. A picture
 * that teaches the category already is passed over; where it was an example of the opposite, the later word holds.
 * @throws WinnowError `not-found` for the category or a picture that Winnow has forgotten, `invalid-input` for a heading,
 * `model-missing`, and as `performChange` does
 */
export async function addExamples(
  catalogue: Catalogue,
  shelf: PictureShelf,
  input: { readonly categoryId: number; readonly pictureIds: readonly string[]; readonly verdict: 'yes' | 'no' },
  signal?: AbortSignal,
): Promise<{ added: number }> {
  const { store } = catalogue
  const { categoryId, verdict } = input
  const row = existingCategory(catalogue, categoryId)
  if (row.isGroup) {
    throw new WinnowError('invalid-input', `${row.name} only gathers other categories. Choose one of those.`)
  }
  const { modelId } = existingModel(catalogue)
  const known = store.example.teaching(categoryId, modelId)
  const isYes = verdict === 'yes'
  const pictures: OutsidePicture[] = []
  const replaced: number[] = []
  for (const picture of new Set(input.pictureIds.map((pictureId) => shelf.pictureOf(pictureId)))) {
    const same = known.filter(({ embedding }) => dot(embedding, picture.vector) >= samePicture)
    replaced.push(...same.filter((example) => example.isYes !== isYes).map(({ exampleId }) => exampleId))
    const isThere = pictures.some(({ vector }) => dot(vector, picture.vector) >= samePicture)
    if (!isThere && !same.some((example) => example.isYes === isYes)) pictures.push(picture)
  }
  if (pictures.length === 0) return { added: 0 }
  const exampleIds = storeUnseen(catalogue, pictures, { categoryId, verdict, modelId })
  const changes: SingleChange[] = [{ kind: 'examples-added', categoryId, exampleIds: [...exampleIds] }]
  if (replaced.length > 0) changes.push({ kind: 'examples-removed', categoryId, exampleIds: replaced })
  await performChange(
    catalogue,
    {
      label: examplesAddedSentence(verdict, row.name, exampleIds.length),
      change: { kind: 'together', changes },
      source: 'person',
      eventSource: 'you',
    },
    signal,
  )
  return { added: exampleIds.length }
}

/** They are there once the step is: where that fails, they teach nothing. */
function storeUnseen(
  { store, context }: Pick<Catalogue, 'store' | 'context'>,
  pictures: readonly OutsidePicture[],
  as: { readonly categoryId: number; readonly verdict: 'yes' | 'no'; readonly modelId: number },
): readonly number[] {
  const { categoryId, verdict, modelId } = as
  const nowMs = context.surroundings.clock.nowMs()
  return store.transaction(() =>
    pictures.map(({ name, vector }) => {
      const embedding = { modelId, vector }
      const exampleId = store.example.insert(
        { categoryId, name, verdict, source: 'person', contentHash: null, embedding },
        nowMs,
      )
      store.example.setRemoved(exampleId, nowMs)
      return exampleId
    }),
  )
}
