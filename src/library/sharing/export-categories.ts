import { WinnowError } from '../../contract/error.ts'
import { largestCategoryFileBytes } from '../../contract/sharing.ts'
import { mostSharedExamples } from '../../core/sharing/category-file.ts'
import type { SharedCategory, SharedExample } from '../../core/sharing/category-file.ts'
import { fileNameOf } from '../../core/sharing/file-name-of.ts'
import { writeCategoryFile } from '../../core/sharing/write-category-file.ts'
import { breathe } from '../catalogue/breathe.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { existingCategory } from '../categories/category-view.ts'
import { listChoices } from '../choices/choice-view.ts'
import type { CategoryRow } from '../store/category.ts'
import { evenSample } from '../groups/even-sample.ts'
import { sharedModelOf } from './shared-model.ts'

/** Examples written between two pauses: some milliseconds. */
const piecesAtOnce = 200

/**
 * Categories as the text of a file that another library can take in: words and settings and, where wanted, the answers as hashes
 * and vectors. No picture, path or file name goes along. Headings are left out: they are the same everywhere.
 * @throws WinnowError `not-found`; `invalid-input` for nothing but headings, or more than another library would read
 */
export async function exportCategories(
  catalogue: Catalogue,
  { categoryIds, withExamples }: { readonly categoryIds: readonly number[]; readonly withExamples: boolean },
  signal?: AbortSignal,
): Promise<{ json: string; suggestedFileName: string }> {
  const given = [...new Set(categoryIds)].map((categoryId) => existingCategory(catalogue, categoryId))
  const rows = given.filter(({ isGroup }) => !isGroup)
  const [heading] = given
  if (rows.length === 0 && heading !== undefined) {
    throw new WinnowError('invalid-input', `${heading.name} only gathers other categories. Export those instead.`)
  }
  const categories: SharedCategory[] = []
  for (const row of rows) {
    const examples = withExamples ? await examplesOf(catalogue, row.categoryId, signal) : []
    categories.push(sharedCategory(catalogue, row, examples))
    await breathe(signal)
  }
  const nameOf = new Map(rows.map(({ categoryId, name }) => [categoryId, name]))
  const choices = listChoices(catalogue)
    .map(({ name, allowsNone, categoryIds: members }) => {
      return { name, allowsNone, categories: members.flatMap((categoryId) => nameOf.get(categoryId) ?? []) }
    })
    .filter((choice) => choice.categories.length >= 2)
  let json = ''
  let pieces = 0
  for (const piece of writeCategoryFile({ model: sharedModelOf(catalogue), categories, choices })) {
    json += piece
    if (json.length > largestCategoryFileBytes) {
      throw new WinnowError(
        'invalid-input',
        'These categories have too many examples for one file. Export fewer at once, or without their examples.',
      )
    }
    if (++pieces % piecesAtOnce === 0) await breathe(signal)
  }
  return { json, suggestedFileName: fileNameOf(rows.map(({ name }) => name)) }
}

function sharedCategory(catalogue: Catalogue, row: CategoryRow, examples: readonly SharedExample[]): SharedCategory {
  const { name, words, notWords, synonyms, strictness, colour, useHints, parentId } = row
  const parent = catalogue.store.category.list().find(({ categoryId }) => categoryId === parentId)?.name ?? null
  return { name, words, notWords, synonyms, strictness, colour, useHints, parent, examples }
}

/** The person's answers, then pictures from outside; of very many, answers at even distances. */
async function examplesOf(
  { store, model }: Catalogue,
  categoryId: number,
  signal?: AbortSignal,
): Promise<readonly SharedExample[]> {
  const examples: SharedExample[] = []
  const hashes = new Set<string>()
  const answers = store.decision.ofCategory(categoryId).filter(({ verdict }) => verdict !== 'undecided')
  for (const { photoId, verdict } of evenSample(answers, mostSharedExamples)) {
    const hash = store.photo.contentHash(photoId)
    const vector = model === null ? null : store.embedding.get(model.modelId, photoId)
    if (verdict === 'undecided' || (hash === null && vector === null)) continue
    examples.push({ verdict, hash, vector })
    if (hash !== null) hashes.add(hash)
    if (examples.length % piecesAtOnce === 0) await breathe(signal)
  }
  const teaching = model === null ? [] : store.example.teaching(categoryId, model.modelId)
  const vectors = new Map(teaching.map(({ exampleId, embedding }) => [exampleId, embedding]))
  for (const { exampleId, contentHash: hash, verdict } of store.example.ofCategory(categoryId)) {
    const vector = vectors.get(exampleId) ?? null
    if (hash === null ? vector !== null : !hashes.has(hash)) examples.push({ verdict, hash, vector })
  }
  return examples.slice(0, mostSharedExamples)
}
