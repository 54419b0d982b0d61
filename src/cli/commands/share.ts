import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { largestCategoryFileBytes } from '../../contract/sharing.ts'
import { WinnowError } from '../../contract/error.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { findCategory } from '../find-category.ts'
import { countOf } from '../text-table.ts'
import { writeWhole } from '../write-whole.ts'

export interface ExportCategoriesOptions {
  /** Empty for all of the person's own. */
  readonly names: readonly string[]
  readonly withExamples: boolean
}

/** `winnow category export <file> [names…] [--examples]`; `-` writes to standard output. */
export async function exportCategories(
  context: CommandContext,
  file: string,
  { names, withExamples }: ExportCategoriesOptions,
): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const { categories } = await client['categories.list']({ includeHidden: true })
    const chosen =
      names.length === 0
        ? categories.filter(({ origin }) => origin === 'own')
        : await Promise.all(names.map((name) => findCategory(client, name)))
    if (chosen.length === 0) {
      context.terminal.err('You have made no categories yet. Name built-in ones to export those.\n')
      return exitCodes.nothingFound
    }
    const categoryIds = chosen.map(({ categoryId }) => categoryId)
    const { json } = await client['categories.export']({ categoryIds, withExamples }, context.signal)
    if (file === '-') {
      await context.terminal.out(json)
      return exitCodes.ok
    }
    await writeWhole(file, piecesOf(json))
    const exported = chosen.map(({ name }) => name)
    await print(context, { file, exported }, [
      `Wrote ${countOf(exported.length, 'category', 'categories')} to ${file}${withExamples ? '' : ', without examples'}.`,
    ])
    return exitCodes.ok
  })
}

/** `winnow category import <file>`: the app can undo it. What can't be used is named. */
export async function importCategories(context: CommandContext, file: string): Promise<ExitCode> {
  const json = await readCategoryText(file)
  return await withLibrary(context, 'write', async ({ client }) => {
    const { created, leftOut } = await client['categories.import']({ json, fileName: basename(file) }, context.signal)
    const shown = created.map(({ name, exampleCount }) => ({ name, exampleCount }))
    await print(
      context,
      { created: shown, leftOut },
      shown.map(({ name, exampleCount }) => `Took in ${name}, ${countOf(exampleCount, 'example', 'examples')}.`),
    )
    if (!context.json) for (const sentence of leftOut) context.terminal.err(`${sentence}\n`)
    return exitCodes.ok
  })
}

/** Looked at before it is read: somebody may give a film. */
async function readCategoryText(file: string): Promise<string> {
  const unreadable = (): never => {
    throw new WinnowError('not-found', `${file} can’t be read.`)
  }
  const { size } = await stat(file).catch(unreadable)
  if (size > largestCategoryFileBytes) {
    const [megabytes, most] = [size, largestCategoryFileBytes].map((bytes) => Math.round(bytes / 1_000_000))
    throw new WinnowError(
      'invalid-input',
      `${file} is too large for a file of categories: ${megabytes} MB, at most ${most}.`,
    )
  }
  return await readFile(file, 'utf8').catch(unreadable)
}

/** A string of 60 MB at once would be held twice. */
async function* piecesOf(text: string): AsyncGenerator<string> {
  const length = 1_000_000
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
}
