import { WinnowError } from '../../contract/error.ts'
import { dateWords } from '../../core/search/date-words.ts'
import { foldWords } from '../../core/search/fold-text.ts'
import { indexNames, namedExactly } from '../../core/search/match-names.ts'
import type { NameIndex } from '../../core/search/match-names.ts'
import { createPhotoSet } from '../../core/search/photo-set.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { byTime, takenBetween } from '../photos/filter-photos.ts'
import { listCategory } from '../photos/list-category.ts'
import type { CategoryRow } from '../store/category.ts'
import type { OrderedPhotos } from '../photos/photo-list.ts'
import { localNowMs } from './local-now.ts'
import { rankByWords } from './rank-by-words.ts'

/**
 * Photos among `candidates` for what a person typed: first exact matches (photos tagged so, then files and folders named so),
 * then what looks like it. A date in the text narrows it ("dog june 2024"); alone it is the answer.
 * @throws WinnowError `cancelled`
 */
export async function searchPhotos(
  catalogue: Catalogue,
  candidates: PhotoSet,
  text: string,
  signal?: AbortSignal,
): Promise<OrderedPhotos> {
  await catalogue.model?.matrixReady()
  const dated = narrowByDate(catalogue, candidates, text)
  if (dated.words === '') {
    const ids = byTime(catalogue, dated.candidates, 'newest')
    return { ids, order: 'best', exactCount: ids.length, cutIndex: ids.length }
  }
  const exact = exactMatches(catalogue, dated.candidates, dated.words)
  const rest = dated.candidates.copy()
  for (const photoId of exact) rest.delete(photoId)
  const alike = await looksLike(catalogue, rest, dated.words, signal)
  return {
    ids: [...exact, ...alike.ids],
    order: 'best',
    exactCount: exact.length,
    cutIndex: exact.length + alike.cutIndex,
    ...(alike.notice !== null && { notice: alike.notice }),
  }
}

/** A year may be part of a name ("Airbus 2000"): where no photo is of that time, it is only a word. */
function narrowByDate(
  catalogue: Catalogue,
  candidates: PhotoSet,
  text: string,
): { readonly candidates: PhotoSet; readonly words: string } {
  const date = dateWords(text, localNowMs(catalogue.context.surroundings.clock.nowMs()))
  if (date === null) return { candidates, words: text }
  const then = takenBetween(catalogue, date.fromMs, date.toMs)
  then.keepOnly(candidates)
  return then.count() === 0 ? { candidates, words: text } : { candidates: then, words: date.rest }
}

/** Photos tagged so, the best first; then those whose file or folder is named so, the newest first. */
function exactMatches(catalogue: Catalogue, candidates: PhotoSet, words: string): readonly number[] {
  const found = new Set<number>()
  for (const photoId of taggedSo(catalogue, candidates, words)) found.add(photoId)
  const named = catalogue.names.find(foldWords(words))
  named.keepOnly(candidates)
  for (const photoId of byTime(catalogue, named, 'newest')) found.add(photoId)
  return [...found]
}

function taggedSo(catalogue: Catalogue, candidates: PhotoSet, words: string): Iterable<number> {
  const named = namedExactly(words, namesOf(catalogue.store.category.list()))
  const [first, ...others] = named ?? []
  if (first === undefined) return []
  // "dog beach" asks for photos with both; of two categories that share a name, either will do.
  const among = candidates.copy()
  for (const categoryIds of others) {
    const either = createPhotoSet()
    for (const categoryId of categoryIds) either.addAll(catalogue.overview.subtree(categoryId).shown)
    among.keepOnly(either)
  }
  return first.flatMap((categoryId) => [
    ...listCategory(catalogue, among, { categoryId, band: 'sure', order: 'best' }).ids,
  ])
}

const namesByList = new WeakMap<readonly CategoryRow[], NameIndex>()

/** Names and synonyms of the categories that are not hidden; folding 1,500 of them takes milliseconds, so it is done once a list. */
function namesOf(categories: readonly CategoryRow[]): NameIndex {
  const known = namesByList.get(categories)
  if (known !== undefined) return known
  const index = indexNames(
    categories
      .filter(({ hidden }) => !hidden)
      .map(({ categoryId, name, synonyms }) => ({ id: categoryId, names: [name, ...synonyms] })),
  )
  namesByList.set(categories, index)
  return index
}

async function looksLike(
  catalogue: Catalogue,
  candidates: PhotoSet,
  words: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly ids: readonly number[]; readonly cutIndex: number; readonly notice: string | null }> {
  try {
    return await rankByWords(catalogue, candidates, words, signal)
  } catch (error) {
    // What is named so is still worth showing while nothing can be looked at.
    if (!(error instanceof WinnowError) || error.code === 'cancelled') throw error
    return { ids: [], cutIndex: 0, notice: `Only names were searched. ${error.message}` }
  }
}
