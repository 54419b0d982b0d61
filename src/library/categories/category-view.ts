import { WinnowError } from '../../contract/error.ts'
import type { Category } from '../../contract/categories.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CategoryRow } from '../store/category.ts'
import { precisionOf } from '../teaching/precision-of.ts'
import { countLibrary } from './category-counts.ts'
import type { LibraryCounts } from './category-counts.ts'
import { noticeOf } from './category-notice.ts'

/** A category as the interface sees it. Call it when the catalogue is up to date. */
export function viewCategory(row: CategoryRow, counts: LibraryCounts, catalogue: Catalogue): Category {
  const count = counts.byCategory.get(row.categoryId)
  return {
    categoryId: row.categoryId,
    key: row.key,
    origin: row.key === null ? 'own' : 'built-in',
    name: row.name,
    words: [...row.words],
    notWords: [...row.notWords],
    synonyms: [...row.synonyms],
    strictness: row.strictness,
    colour: row.colour,
    // One whose parent was removed stands by itself.
    parentId: row.parentId !== null && counts.byCategory.has(row.parentId) ? row.parentId : null,
    hidden: row.hidden,
    position: row.position,
    shownCount: count?.shown ?? 0,
    unsureCount: count?.unsure ?? 0,
    saidYesCount: count?.saidYes ?? 0,
    saidNoCount: count?.saidNo ?? 0,
    outsideExampleCount: counts.exampleCounts.get(row.categoryId) ?? 0,
    choiceId: row.choiceId,
    useHints: row.useHints,
    precision: precisionOf(catalogue, row.categoryId),
    notice: noticeOf(
      row,
      catalogue.model?.judges.get(row.categoryId) ?? null,
      counts.silentExampleCounts.get(row.categoryId) ?? 0,
    ),
  }
}

/**
 * One category, counted.
 * @throws WinnowError `not-found` when it is not there or was removed
 */
export function viewOne(catalogue: Catalogue, categoryId: number): Category {
  return viewCategory(existingCategory(catalogue, categoryId), countLibrary(catalogue), catalogue)
}

/** @throws WinnowError `not-found` when it is not there or was removed */
export function existingCategory({ store }: Pick<Catalogue, 'store'>, categoryId: number): CategoryRow {
  const row = store.category.list().find((category) => category.categoryId === categoryId)
  if (row === undefined) throw new WinnowError('not-found', 'This category is not there any more.')
  return row
}
