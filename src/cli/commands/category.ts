import type { ApiClient } from '../../contract/api.ts'
import type { Category } from '../../contract/categories.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { findCategory } from '../find-category.ts'
import { countOf } from '../text-table.ts'
import { describeCategory } from './categories.ts'

export interface CategoryWords {
  readonly words: readonly string[]
  readonly notWords: readonly string[]
}

/** `winnow category add <name> [--words …] [--not …]`: makes it and judges the whole library. */
export async function addCategory(
  context: CommandContext,
  name: string,
  { words, notWords }: CategoryWords,
): Promise<ExitCode> {
  return await changeCategory(context, async (client) => {
    const draft = { name, words: [...words], notWords: [...notWords] }
    const { category } = await client['categories.create']({ draft }, context.signal)
    return { category, done: `Added ${category.name}` }
  })
}

/** `winnow category rename <name> <new name>` */
export async function renameCategory(context: CommandContext, name: string, newName: string): Promise<ExitCode> {
  return await changeCategory(context, async (client) => {
    const { categoryId } = await findCategory(client, name)
    const { category } = await client['categories.update']({ categoryId, name: newName })
    return { category, done: `Renamed ${name} to ${category.name}` }
  })
}

/** `winnow category hide <name>` and `winnow category show <name>` */
export async function hideCategory(context: CommandContext, name: string, hidden: boolean): Promise<ExitCode> {
  return await changeCategory(context, async (client) => {
    const { categoryId } = await findCategory(client, name)
    const { category } = await client['categories.update']({ categoryId, hidden })
    return { category, done: `${hidden ? 'Hid' : 'Shows'} ${category.name}` }
  })
}

/** `winnow category remove <name>`; the app can undo it. */
export async function removeCategory(context: CommandContext, name: string): Promise<ExitCode> {
  return await withLibrary(context, 'write', async ({ client }) => {
    const category = await findCategory(client, name)
    await client['categories.remove']({ categoryId: category.categoryId })
    await print(context, { removed: category.name }, [`Removed ${category.name}.`])
    return exitCodes.ok
  })
}

async function changeCategory(
  context: CommandContext,
  change: (client: ApiClient) => Promise<{ category: Category; done: string }>,
): Promise<ExitCode> {
  return await withLibrary(context, 'write', async ({ client }) => {
    const { category, done } = await change(client)
    const { shownCount, unsureCount, notice } = category
    await print(context, { category: describeCategory(category, new Map()) }, [
      `${done}: ${countOf(shownCount, 'photo', 'photos')}, not sure about ${unsureCount}.`,
      ...(notice === null ? [] : [notice]),
    ])
    return exitCodes.ok
  })
}
