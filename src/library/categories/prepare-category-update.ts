import { WinnowError } from '../../contract/error.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { changedFieldsSchema } from '../history/change.ts'
import type { ChangedFields } from '../history/change.ts'
import type { CategoryRow } from '../store/category.ts'
import { moveCuts, prepareJudge, storeJudge } from '../tagging/judge-category.ts'
import { phrasesOf } from '../tagging/make-classifier.ts'
import { existingCategory } from './category-view.ts'
import { refuseSameName } from './refuse-same-name.ts'

/** Of the given fields those that differ from the category as it is: as they were, and as they become. */
export function differenceOf(
  row: CategoryRow,
  fields: ChangedFields,
): { readonly before: ChangedFields; readonly after: ChangedFields } {
  const differing = Object.keys(changedFieldsSchema.shape).filter((field) => {
    const [was, becomes] = [Reflect.get(row, field), Reflect.get(fields, field)]
    return becomes !== undefined && JSON.stringify(was) !== JSON.stringify(becomes)
  })
  const pick = (source: object): ChangedFields =>
    changedFieldsSchema.parse(Object.fromEntries(differing.map((field) => [field, Reflect.get(source, field)])))
  return { before: pick(row), after: pick(fields) }
}

/**
 * Gathers what changing fields of a category needs; what it returns stores them, in the caller's transaction. Words and
 * strictness re-decide all predictions at once, in both directions; decisions are never touched.
 * @throws WinnowError `not-found`, `already-exists`, `invalid-input` for a parent below itself, and as `TextDirections.get`
 */
export async function prepareCategoryUpdate(
  catalogue: Catalogue,
  categoryId: number,
  fields: ChangedFields,
  signal?: AbortSignal,
): Promise<() => void> {
  const row = existingCategory(catalogue, categoryId)
  const { after } = differenceOf(row, fields)
  const next = changed(row, after)
  if (after.name !== undefined) refuseSameName(catalogue, after.name, categoryId)
  if (after.parentId !== undefined) refuseCircle(catalogue, categoryId, after.parentId)
  const prepared =
    !row.isGroup && teachingOf(row) !== teachingOf(next) ? await prepareJudge(catalogue, next, signal) : null
  if (after.strictness !== undefined) await catalogue.model?.matrixReady()

  return () => {
    const { store, context } = catalogue
    store.category.update(next)
    if (after.position !== undefined && row.key === null) moveTo(catalogue, categoryId, after.position)
    const touched =
      prepared !== null
        ? storeJudge(catalogue, next, prepared)
        : after.strictness !== undefined
          ? moveCuts(catalogue, categoryId, after.strictness)
          : []
    context.events.photosChanged(touched)
    context.events.announce('categories.changed', {})
  }
}

function changed(row: CategoryRow, after: ChangedFields): CategoryRow {
  return {
    ...row,
    name: after.name ?? row.name,
    words: after.words ?? row.words,
    notWords: after.notWords ?? row.notWords,
    strictness: after.strictness ?? row.strictness,
    colour: after.colour ?? row.colour,
    hidden: after.hidden ?? row.hidden,
    parentId: after.parentId === undefined ? row.parentId : after.parentId,
    useHints: after.useHints ?? row.useHints,
    touched: row.key === null ? [] : [...new Set([...row.touched, ...Object.keys(after)])],
  }
}

/** What its judge is made from, beside answers. */
function teachingOf(row: CategoryRow): string {
  return JSON.stringify([phrasesOf(row), row.notWords, row.useHints])
}

/** Puts one of the person's own categories at another place among them, from 0; the others close up. */
function moveTo({ store }: Catalogue, categoryId: number, position: number): void {
  const own = store.category.list().filter((row) => row.key === null)
  const moved = own.filter((row) => row.categoryId === categoryId)
  const order = own.filter((row) => row.categoryId !== categoryId).toSpliced(position, 0, ...moved)
  for (const [index, row] of order.entries()) {
    if (row.position !== index) store.category.update({ ...row, position: index })
  }
}

function refuseCircle({ store }: Catalogue, categoryId: number, parentId: number | null): void {
  if (parentId !== null && !store.category.list().some((row) => row.categoryId === parentId)) {
    throw new WinnowError('not-found', 'The category it was to be below is not there any more.')
  }
  // Also past those that were removed, which undo may bring back.
  for (let above = parentId; above !== null; above = store.category.get(above)?.parentId ?? null) {
    if (above === categoryId) throw new WinnowError('invalid-input', 'A category can’t be below itself.')
  }
}
