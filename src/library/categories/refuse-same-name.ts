import { WinnowError } from '../../contract/error.ts'
import { foldWords } from '../../core/search/fold-text.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CategoryRow } from '../store/category.ts'

/**
 * Two categories of one name can't be told apart in a search or a menu.
 * @param exceptId the category that is being renamed
 * @throws WinnowError `already-exists`
 */
export function refuseSameName({ store }: Pick<Catalogue, 'store'>, name: string, exceptId?: number): void {
  const other = sameNamed(store.category.list(), name, exceptId)
  if (other !== undefined) throw nameIsTaken(other)
}

/** Whether a category other than `exceptId` goes by this name, so that `refuseSameName` would refuse it. */
export function isNameTaken({ store }: Pick<Catalogue, 'store'>, name: string, exceptId?: number): boolean {
  return sameNamed(store.category.list(), name, exceptId) !== undefined
}

/** The same of many names, as a set of what `foldedName` makes of them. */
export function takenNames({ store }: Pick<Catalogue, 'store'>): Set<string> {
  return new Set(store.category.list().flatMap((row) => (isOutOfTheWay(row) ? [] : [foldedName(row.name)])))
}

/**
 * A built-in category makes room for one of the person's own that takes its name, as long as it is Winnow's alone: not
 * changed, not answered, not taught by pictures, part of no choice, and without others below it.
 * @returns the built-in category to hide; null when the name is free
 * @throws WinnowError `already-exists` for any other category of this name
 */
export function findMakingRoom({ store }: Pick<Catalogue, 'store'>, name: string): CategoryRow | null {
  const rows = store.category.list()
  const other = sameNamed(rows, name)
  if (other === undefined) return null
  const isWinnows =
    other.key !== null &&
    other.touched.every((field) => field === 'hidden') &&
    other.choiceId === null &&
    store.example.ofCategory(other.categoryId).length === 0 &&
    store.decision.ofCategory(other.categoryId).every(({ verdict }) => verdict === 'undecided') &&
    !rows.some(({ parentId }) => parentId === other.categoryId)
  if (!isWinnows) throw nameIsTaken(other)
  return other
}

function sameNamed(rows: readonly CategoryRow[], name: string, exceptId?: number): CategoryRow | undefined {
  const wanted = foldedName(name)
  return rows.find((row) => row.categoryId !== exceptId && !isOutOfTheWay(row) && foldedName(row.name) === wanted)
}

/** A built-in one that the person hid. */
function isOutOfTheWay({ hidden, key }: CategoryRow): boolean {
  return hidden && key !== null
}

function nameIsTaken({ categoryId, hidden, name }: CategoryRow): WinnowError {
  return new WinnowError(
    'already-exists',
    hidden
      ? `There is already a category named ${name}. It is hidden: show it again, or choose another name.`
      : `There is already a category named ${name}. Choose another name.`,
    { categoryId },
  )
}

/** What two names have in common that can't be told apart: case and accents make no other name, signs may ("C", "C++"). */
export function foldedName(name: string): string {
  return foldWords(name).join(' ') + name.replace(/[\p{L}\p{N}\p{M}\s]+/gu, '')
}
