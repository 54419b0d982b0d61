import type { ApiClient } from '../../contract/api.ts'
import type { Question } from '../../contract/teaching.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { findCategory } from '../find-category.ts'
import { askByKey } from '../ask-by-key.ts'

export interface ReviewOptions {
  /** Undefined for all of the person's own. */
  readonly name: string | undefined
  /** Questions to print where nobody can press keys. */
  readonly count: number
}

/**
 * `winnow review [category]`: asks about photos one after the other, by key. With `--json`, or where no person sits before it, prints
 * the next questions and ends; `winnow category teach` answers them.
 */
export async function review(context: CommandContext, options: ReviewOptions): Promise<ExitCode> {
  const { keys } = context.terminal
  if (context.json || keys === undefined) return await printQuestions(context, options)
  return await withLibrary(context, 'write', async ({ client }) => {
    const { categoryId, names } = await namesOf(client, options.name)
    return await askByKey(context, { client, keys: keys(context.signal), categoryId, names })
  })
}

async function printQuestions(context: CommandContext, { name, count }: ReviewOptions): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const { categoryId, names } = await namesOf(client, name)
    const { questions, ...counts } = await client['review.next']({ categoryId, count }, context.signal)
    const shown = await Promise.all(questions.map((question) => describe(client, question, names)))
    await print(
      context,
      { questions: shown, ...counts },
      shown.map(({ category, probability, path }) => `${Math.round(probability * 100)} %  ${category}  ${path}`),
    )
    return shown.length === 0 ? exitCodes.nothingFound : exitCodes.ok
  })
}

async function describe(
  client: ApiClient,
  { photoId, categoryId, probability, alikePhotoIds }: Question,
  names: ReadonlyMap<number, string>,
): Promise<{ path: string; category: string; probability: number; alikeCount: number }> {
  const { files } = await client['photos.get']({ photoId })
  return {
    path: files[0]?.path ?? '',
    category: names.get(categoryId) ?? '',
    probability,
    alikeCount: alikePhotoIds.length,
  }
}

async function namesOf(
  client: ApiClient,
  name: string | undefined,
): Promise<{ readonly categoryId: number | null; readonly names: ReadonlyMap<number, string> }> {
  const { categories } = await client['categories.list']({ includeHidden: true })
  const names = new Map(categories.map(({ categoryId, name }) => [categoryId, name]))
  return { categoryId: name === undefined ? null : (await findCategory(client, name)).categoryId, names }
}
