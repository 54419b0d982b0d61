import { WinnowError } from '../../contract/error.ts'
import type { Verdict } from '../../contract/primitives.ts'
import { decisionSentence } from '../../core/history/sentences.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { recordAction } from '../history/record-action.ts'
import { storeVerdicts } from './store-verdicts.ts'

/**
 * The person's answer about a category for some photos, as one step of undo. Photos that had this answer already are left
 * alone. Returns how many got a new one.
 * @throws WinnowError `not-found` for a category or photos that are not there, `invalid-input` for a heading
 */
export function decidePhotos(
  catalogue: Catalogue,
  input: { readonly photoIds: readonly number[]; readonly categoryId: number; readonly verdict: Verdict },
): { changed: number } {
  const { store, tags, context } = catalogue
  const { categoryId, verdict } = input
  const category = store.category.list().find((row) => row.categoryId === categoryId)
  if (category === undefined) throw new WinnowError('not-found', 'This category is not there any more.')
  if (category.isGroup) {
    throw new WinnowError('invalid-input', `${category.name} only gathers other categories. Choose one of those.`)
  }
  const photoIds = [...new Set(input.photoIds)].filter((photoId) => store.photoColumns.exists(photoId))
  if (photoIds.length === 0) throw new WinnowError('not-found', 'These photos are not there any more.')

  const { yes, no } = tags.of(categoryId)
  const before: Record<Verdict, number[]> = { yes: [], no: [], undecided: [] }
  for (const photoId of photoIds) before[yes.has(photoId) ? 'yes' : no.has(photoId) ? 'no' : 'undecided'].push(photoId)
  before[verdict] = []
  const changed = [...before.yes, ...before.no, ...before.undecided]
  if (changed.length === 0) return { changed: 0 }

  store.transaction(() => {
    storeVerdicts(catalogue, { categoryId, verdict, photoIds: changed, source: 'person' })
    recordAction(context, {
      label: decisionSentence(verdict, category.name, changed.length),
      change: { kind: 'decisions', categoryId, verdict, before },
    })
  })
  return { changed: changed.length }
}
