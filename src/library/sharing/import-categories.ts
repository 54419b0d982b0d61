import { WinnowError } from '../../contract/error.ts'
import { importedSentence } from '../../core/history/sentences.ts'
import { shownFileName } from '../../core/sharing/read-category-file.ts'
import { breathe } from '../catalogue/breathe.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { mostJudgedAtOnce } from '../categories/bring-back-many.ts'
import { recordAction } from '../history/record-action.ts'
import { prepareJudge, storeJudge } from '../tagging/judge-category.ts'
import type { PreparedJudge } from '../tagging/judge-category.ts'
import { storeSafely } from '../tagging/store-safely.ts'
import { findExamples } from './find-examples.ts'
import { readImport } from './read-import.ts'
import type { ImportedCategory } from './read-import.ts'
import { storeImport } from './store-import.ts'

/** More sentences than anybody would read. */
const mostSentences = 50

/**
 * Takes in a file of shared categories: each becomes one of the person's own, with its examples beside the person's answers, never
 * instead of them. One step of undo.
 * @param settle brings judges up to date in the background; for those that are many, or whose words can't be read now
 * @throws WinnowError `invalid-input` for a file that can't be used, with a sentence that names it
 */
export async function importCategories(
  catalogue: Catalogue,
  file: { readonly json: string; readonly fileName: string },
  settle: () => void,
  signal?: AbortSignal,
): Promise<{ created: { categoryId: number; name: string; exampleCount: number }[]; leftOut: string[] }> {
  const { context } = catalogue
  const { categories, choices, leftOut: unread } = await readImport(catalogue, file, signal)
  if (categories.length === 0) {
    throw new WinnowError('invalid-input', `None of the categories in ${shownFileName(file.fileName)} can be used.`)
  }
  await catalogue.model?.matrixReady()
  const found: ReturnType<typeof findExamples>[] = []
  for (const category of categories) {
    found.push(findExamples(catalogue, category))
    await breathe(signal)
  }
  const judges = await prepareJudges(catalogue, categories, signal)
  await catalogue.upToDate()

  const stored = storeSafely(catalogue, () => {
    const { created, changes, leftOut } = storeImport(
      catalogue,
      found.map(({ category }) => category),
      choices,
    )
    const label = importedSentence(created.map(({ name }) => name))
    recordAction(context, { label, change: { kind: 'together', changes: [...changes] }, eventSource: 'import' })
    for (const [index, { categoryId }] of created.entries()) {
      const judge = judges.get(index)
      const row = catalogue.store.category.get(categoryId)
      if (judge !== undefined && row !== null) context.events.photosChanged(storeJudge(catalogue, row, judge))
    }
    return { created, leftOut }
  })
  context.events.announce('categories.changed', {})
  if (judges.size < categories.length) settle()
  return {
    created: [...stored.created],
    leftOut: shortened([...unread, ...found.flatMap(({ leftOut }) => leftOut), ...stored.leftOut]),
  }
}

function shortened(sentences: readonly string[]): string[] {
  const more = sentences.length - mostSentences
  if (more <= 1) return [...sentences]
  return [...sentences.slice(0, mostSentences), `And ${more.toLocaleString('en-US')} more things.`]
}

/** By index; those that are missing are judged later. */
async function prepareJudges(
  catalogue: Catalogue,
  categories: readonly ImportedCategory[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, PreparedJudge>> {
  const judges = new Map<number, PreparedJudge>()
  if (categories.length > mostJudgedAtOnce) return judges
  for (const [index, { name, words, notWords }] of categories.entries()) {
    try {
      judges.set(index, await prepareJudge(catalogue, { key: null, name, words, notWords }, signal))
    } catch (error) {
      // The file is taken in all the same: its words are read when the worker is there again.
      if (!(error instanceof WinnowError) || error.code === 'cancelled') throw error
    }
    await breathe(signal)
  }
  return judges
}
