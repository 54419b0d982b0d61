import type { Category } from '../../contract/categories.ts'
import { createdSentence } from '../../core/history/sentences.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { recordAction } from '../history/record-action.ts'
import { paletteColour } from '../tagging/category-palette.ts'
import { storeVerdicts } from '../decisions/store-verdicts.ts'
import type { PictureShelf } from '../search/picture-shelf.ts'
import { prepareJudge, storeJudge } from '../tagging/judge-category.ts'
import { storeSafely } from '../tagging/store-safely.ts'
import { firstAnswers } from '../teaching/first-answers.ts'
import type { FullDraft } from '../teaching/first-answers.ts'
import { existingCategory, viewOne } from './category-view.ts'
import { prepareCategoryUpdate } from './prepare-category-update.ts'
import { findMakingRoom } from './refuse-same-name.ts'

export interface NewCategoryInput {
  readonly draft: FullDraft
  readonly colour?: string | undefined
  readonly parentId?: number | null | undefined
}

/**
 * A category of the person's own, from words and first answers: it has judged the whole library before it is there. A built-in one
 * of the same name makes room, so that "birthday cake" can be the person's own; undo brings it back.
 * @throws WinnowError `already-exists` for a name that is taken, `not-found` for a parent or pictures that are gone,
 * `invalid-input` for a photo that is yes and no at once, and as `TextDirections.get` does
 */
export async function createCategory(
  catalogue: Catalogue,
  shelf: PictureShelf,
  input: NewCategoryInput,
  signal?: AbortSignal,
): Promise<{ category: Category }> {
  const { store, context } = catalogue
  const { parentId = null } = input
  const { name, words, notWords, strictness, useHints } = input.draft
  const instead = findMakingRoom(catalogue, name)
  if (parentId !== null) existingCategory(catalogue, parentId)
  const first = firstAnswers(catalogue, shelf, input.draft)
  const hideOther =
    instead === null ? null : await prepareCategoryUpdate(catalogue, instead.categoryId, { hidden: true }, signal)
  const prepared = await prepareJudge(catalogue, { key: null, name, words, notWords }, signal)
  await catalogue.upToDate()

  const { categoryId, touched } = storeSafely(catalogue, () => {
    const position = store.category.nextPosition()
    const colour = input.colour ?? paletteColour(position)
    const nowMs = context.surroundings.clock.nowMs()
    const fields = { name, words, notWords, strictness, useHints, colour, parentId, position }
    const categoryId = store.category.insert(
      { ...fields, key: null, synonyms: [], isGroup: false, hidden: false },
      nowMs,
    )
    hideOther?.()
    const { yesPhotoIds, noPhotoIds, pictures } = first
    storeVerdicts(catalogue, { categoryId, verdict: 'yes', photoIds: yesPhotoIds, source: 'person' })
    storeVerdicts(catalogue, { categoryId, verdict: 'no', photoIds: noPhotoIds, source: 'person' })
    for (const { name, vector } of pictures) {
      const embedding = catalogue.model === null ? null : { modelId: catalogue.model.modelId, vector }
      store.example.insert({ categoryId, name, verdict: 'yes', source: 'person', contentHash: null, embedding }, nowMs)
    }
    const touched = storeJudge(catalogue, { categoryId, strictness, useHints }, prepared)
    recordAction(context, {
      label: createdSentence(name),
      change: { kind: 'category-created', categoryId, ...(instead && { insteadOf: instead.categoryId }) },
    })
    return { categoryId, touched }
  })
  context.events.photosChanged(touched)
  context.events.announce('categories.changed', {})
  await catalogue.upToDate()
  return { category: viewOne(catalogue, categoryId) }
}
