import type { KnownName } from '../../core/clustering/propose-names.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CategoryRow } from '../store/category.ts'

/** A category whose name may be proposed. */
export interface NamedCategory extends KnownName {
  readonly categoryId: number
}

/** Categories that judge photos and that the person did not hide, among those that `mayName`. */
export function knownNames(
  { store, model }: Pick<Catalogue, 'store' | 'model'>,
  mayName: (row: CategoryRow) => boolean = () => true,
): readonly NamedCategory[] {
  return store.category.list().flatMap((row) => {
    const judge = model?.judges.get(row.categoryId)
    if (judge === undefined || row.hidden || row.isGroup || !mayName(row)) return []
    return [{ categoryId: row.categoryId, name: row.name, classifier: judge.classifier }]
  })
}
