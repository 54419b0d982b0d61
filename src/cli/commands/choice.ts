import type { ApiClient } from '../../contract/api.ts'
import type { Choice } from '../../contract/choices.ts'
import { WinnowError } from '../../contract/error.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { findCategory } from '../find-category.ts'

export interface AddChoiceOptions {
  readonly categories: readonly string[]
  /** "None of these" is possible. */
  readonly allowsNone: boolean
}

/** `winnow choice add <name> <categories…> [--always]`: of these exactly one holds. */
export async function addChoice(
  context: CommandContext,
  name: string,
  { categories, allowsNone }: AddChoiceOptions,
): Promise<ExitCode> {
  return await withLibrary(context, 'write', async ({ client }) => {
    const categoryIds: number[] = []
    for (const category of categories) categoryIds.push((await findCategory(client, category)).categoryId)
    const { choice } = await client['choices.create']({ name, categoryIds, allowsNone }, context.signal)
    const names = await categoryNames(client)
    await print(context, { choice: describe(choice, names) }, [`Added ${line(choice, names)}`])
    return exitCodes.ok
  })
}

/** `winnow choice list` */
export async function listChoices(context: CommandContext): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const { choices } = await client['choices.list']({})
    const names = await categoryNames(client)
    await print(
      context,
      { choices: choices.map((choice) => describe(choice, names)) },
      choices.map((choice) => line(choice, names)),
    )
    return choices.length === 0 ? exitCodes.nothingFound : exitCodes.ok
  })
}

/** `winnow choice remove <name>`: its categories stay, each by itself. */
export async function removeChoice(context: CommandContext, name: string): Promise<ExitCode> {
  return await withLibrary(context, 'write', async ({ client }) => {
    const { choices } = await client['choices.list']({})
    const [choice, another] = choices.filter((one) => one.name.toLowerCase() === name.toLowerCase())
    if (choice === undefined) {
      throw new WinnowError('not-found', `There is no choice “${name}”. winnow choice list shows them.`)
    }
    if (another !== undefined) {
      throw new WinnowError('invalid-input', `Several choices are called “${name}”. Rename one of them in the app.`)
    }
    await client['choices.remove']({ choiceId: choice.choiceId }, context.signal)
    await print(context, { removed: choice.name }, [`Took the choice ${choice.name} apart; its categories stay.`])
    return exitCodes.ok
  })
}

async function categoryNames(client: ApiClient): Promise<ReadonlyMap<number, string>> {
  const { categories } = await client['categories.list']({ includeHidden: true })
  return new Map(categories.map(({ categoryId, name }) => [categoryId, name]))
}

function describe(
  { name, categoryIds, allowsNone }: Choice,
  names: ReadonlyMap<number, string>,
): { name: string; categories: readonly string[]; allowsNone: boolean } {
  return { name, categories: categoryIds.map((categoryId) => names.get(categoryId) ?? ''), allowsNone }
}

function line(choice: Choice, names: ReadonlyMap<number, string>): string {
  const { name, categories, allowsNone } = describe(choice, names)
  return `${name}: ${categories.join(' / ')}${allowsNone ? ' / none of these' : ''}`
}
