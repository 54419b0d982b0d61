import type { Category } from '../../contract/categories.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { count, textTable } from '../text-table.ts'

/** `winnow categories [--all]`: those that occur (or all there are) with how many photos each shows. */
export async function listCategories(context: CommandContext, all: boolean): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const { categories } = await client['categories.list']({ includeHidden: all })
    const names = new Map(categories.map(({ categoryId, name }) => [categoryId, name]))
    const shown = categories
      .filter((category) => all || category.shownCount > 0 || category.origin === 'own')
      .toSorted((left, right) => right.shownCount - left.shownCount || left.name.localeCompare(right.name))
    await print(
      context,
      { categories: shown.map((category) => describeCategory(category, names)) },
      textTable(
        shown.map((category) => [
          count(category.shownCount),
          category.name,
          category.origin === 'own' ? 'yours' : (names.get(category.parentId ?? 0) ?? ''),
          category.hidden ? 'hidden' : '',
        ]),
      ),
    )
    return shown.length === 0 ? exitCodes.nothingFound : exitCodes.ok
  })
}

/** The shape of a category in `--json`. */
export function describeCategory(category: Category, names: ReadonlyMap<number, string>): Record<string, unknown> {
  const { name, key, origin, words, notWords, strictness, hidden, useHints } = category
  const { shownCount, unsureCount, saidYesCount, saidNoCount, outsideExampleCount, precision } = category
  const parent = category.parentId === null ? null : (names.get(category.parentId) ?? null)
  return {
    name,
    key,
    origin,
    parent,
    words,
    notWords,
    strictness,
    hidden,
    useHints,
    shownCount,
    unsureCount,
    saidYesCount,
    saidNoCount,
    outsideExampleCount,
    precision,
  }
}
