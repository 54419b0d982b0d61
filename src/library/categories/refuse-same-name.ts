import { WinnowError } from '../../contract/error.ts'
import { foldWords } from '../../core/search/fold-text.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'

/**
 * Two categories of one name can't be told apart in a search or a menu.
 * @param exceptId the category that is being renamed
 * @throws WinnowError `already-exists`
 */
export function refuseSameName({ store }: Pick<Catalogue, 'store'>, name: string, exceptId?: number): void {
  const wanted = folded(name)
  const other = store.category.list().find((row) => row.categoryId !== exceptId && folded(row.name) === wanted)
  if (other === undefined) return
  throw new WinnowError(
    'already-exists',
    other.hidden
      ? `There is already a category named ${other.name}. It is hidden: show it again, or choose another name.`
      : `There is already a category named ${other.name}. Choose another name.`,
    { categoryId: other.categoryId },
  )
}

/** Case and accents make no other name; signs may ("C", "C++"). */
function folded(name: string): string {
  return foldWords(name).join(' ') + name.replace(/[\p{L}\p{N}\p{M}\s]+/gu, '')
}
