import type { Category } from '../../contract/categories.ts'
import { createdSentence } from '../../core/history/sentences.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { recordAction } from '../history/record-action.ts'
import { paletteColour } from '../tagging/category-palette.ts'
import { prepareJudge, storeJudge } from '../tagging/judge-category.ts'
import { existingCategory, viewOne } from './category-view.ts'
import { prepareCategoryUpdate } from './prepare-category-update.ts'
import { findMakingRoom } from './refuse-same-name.ts'

export interface NewCategoryInput {
  readonly draft: {
    readonly name: string
    readonly words: readonly string[]
    readonly notWords: readonly string[]
    readonly strictness: number
    readonly useHints: boolean
  }
  readonly colour?: string | undefined
  readonly parentId?: number | null | undefined
}

/**
 * A category of the person's own, from words alone: judged over the whole library before it is there. A built-in one of the
 * same name makes room, so that "birthday cake" can be the person's own; undo brings it back.
 * @throws WinnowError `already-exists` for a name that is taken, `not-found` for a parent that is gone, and as
 * `TextDirections.get` does
 */
export async function createCategory(
  catalogue: Catalogue,
  input: NewCategoryInput,
  signal?: AbortSignal,
): Promise<{ category: Category }> {
  const { store, context, feed } = catalogue
  const { draft, parentId = null } = input
  const instead = findMakingRoom(catalogue, draft.name)
  if (parentId !== null) existingCategory(catalogue, parentId)
  const hideOther =
    instead === null ? null : await prepareCategoryUpdate(catalogue, instead.categoryId, { hidden: true }, signal)
  const prepared = await prepareJudge(catalogue, { key: null, ...draft }, signal)
  await catalogue.upToDate()

  feed.dropGone()
  const { categoryId, touched } = store.transaction(() => {
    const position = store.category.nextPosition()
    const colour = input.colour ?? paletteColour(position)
    const nowMs = context.surroundings.clock.nowMs()
    const { name, words, notWords, strictness, useHints } = draft
    const row = {
      name,
      words,
      notWords,
      strictness,
      useHints,
      key: null,
      synonyms: [],
      colour,
      parentId,
      isGroup: false,
      hidden: false,
      position,
    }
    const categoryId = store.category.insert(row, nowMs)
    hideOther?.()
    const touched = storeJudge(catalogue, { categoryId, strictness: draft.strictness }, prepared)
    recordAction(context, {
      label: createdSentence(draft.name),
      change: { kind: 'category-created', categoryId, ...(instead && { insteadOf: instead.categoryId }) },
    })
    return { categoryId, touched }
  })
  context.events.photosChanged(touched)
  context.events.announce('categories.changed', {})
  return { category: viewOne(catalogue, categoryId) }
}
