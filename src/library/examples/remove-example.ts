import { WinnowError } from '../../contract/error.ts'
import { examplesRemovedSentence } from '../../core/history/sentences.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { existingCategory } from '../categories/category-view.ts'
import { performChange } from '../history/perform-change.ts'

/**
 * A picture from outside teaches its category no more. One step of undo.
 * @throws WinnowError `not-found`, and as `performChange` does
 */
export async function removeExample(catalogue: Catalogue, exampleId: number, signal?: AbortSignal): Promise<void> {
  const example = catalogue.store.example.get(exampleId)
  if (example === null) throw new WinnowError('not-found', 'This example is not there any more.')
  const { categoryId } = example
  await performChange(
    catalogue,
    {
      label: examplesRemovedSentence(existingCategory(catalogue, categoryId).name, 1),
      change: { kind: 'examples-removed', categoryId, exampleIds: [exampleId] },
      source: 'person',
      eventSource: 'you',
    },
    signal,
  )
}
