import { basename } from 'node:path'
import type { Suggestion } from '../../contract/search.ts'
import { dateWords } from '../../core/search/date-words.ts'
import { foldWords } from '../../core/search/fold-text.ts'
import { typedFit } from '../../core/search/match-names.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { takenBetween } from '../photos/filter-photos.ts'
import type { Directory } from './file-name-table.ts'
import { localNowMs } from './local-now.ts'

/** What the search box offers while typing: categories, a date, folders, then files. At most `limit`. */
export async function suggest(
  catalogue: Catalogue,
  text: string,
  limit: number,
): Promise<{ suggestions: Suggestion[] }> {
  await catalogue.upToDate()
  const categories = suggestedCategories(catalogue, text)
  const dates = suggestedDates(catalogue, text)
  const folders = suggestedFolders(catalogue, text)
  // Half is for categories, so that a folder or a file of that name is still seen.
  const first = [...categories.slice(0, Math.ceil(limit / 2)), ...dates, ...folders.slice(0, Math.ceil(limit / 4))]
  const left = limit - first.length
  return { suggestions: [...first, ...(left > 0 ? suggestedFiles(catalogue, text, left) : [])].slice(0, limit) }
}

function suggestedCategories({ store, overview }: Catalogue, text: string): Suggestion[] {
  const counts = overview.counts()
  const typed = foldWords(text)
  return store.category
    .list()
    .filter(({ hidden }) => !hidden)
    .map(({ categoryId, name, synonyms, key }) => ({
      // A name is worth half a step more than a synonym that fits as well.
      fit: Math.max(typedFit(typed, folded(name)) * 2, ...synonyms.map((one) => typedFit(typed, folded(one)) * 2 - 1)),
      own: key === null,
      suggestion: { kind: 'category' as const, label: name, categoryId, count: counts.get(categoryId)?.shown ?? 0 },
    }))
    .filter(({ fit, own, suggestion }) => fit > 0 && (own || suggestion.count > 0))
    .sort((a, b) => b.fit - a.fit || Number(b.own) - Number(a.own) || b.suggestion.count - a.suggestion.count)
    .map(({ suggestion }) => suggestion)
}

function suggestedDates(catalogue: Catalogue, text: string): Suggestion[] {
  const date = dateWords(text, localNowMs(catalogue.context.surroundings.clock.nowMs()))
  if (date === null) return []
  const { fromMs, toMs, label } = date
  const count = takenBetween(catalogue, fromMs, toMs).count()
  return count === 0 ? [] : [{ kind: 'date', label, fromMs, toMs, count }]
}

function suggestedFolders({ store, names }: Catalogue, text: string): Suggestion[] {
  const typed = foldWords(text)
  const roots = new Map(store.folder.list().map(({ folderId, path }) => [folderId, basename(path) || path]))
  return [...withParents(names.directories()).values()]
    .flatMap(({ folderId, path, photoCount }) => {
      const root = roots.get(folderId)
      if (root === undefined) return []
      const name = path === '' ? root : path.slice(path.lastIndexOf('/') + 1)
      const label = path === '' ? root : `${root}/${path}`
      const suggestion: Suggestion = { kind: 'folder', label, folderId, folderPath: path, count: photoCount }
      return [{ fit: typedFit(typed, folded(name)), suggestion, count: photoCount }]
    })
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || b.count - a.count)
    .map(({ suggestion }) => suggestion)
}

const foldedNames = new Map<string, readonly string[]>()
const mostFoldedNames = 20_000

/** Names of categories and folders come back with every letter that is typed, so that folding them once is worth it. */
function folded(name: string): readonly string[] {
  const known = foldedNames.get(name)
  if (known !== undefined) return known
  if (foldedNames.size >= mostFoldedNames) foldedNames.clear()
  const words = foldWords(name)
  foldedNames.set(name, words)
  return words
}

/** Every directory that holds photos at any depth, with how many. */
function withParents(directories: readonly Directory[]): ReadonlyMap<string, Directory> {
  const all = new Map<string, Directory>()
  for (const { folderId, path, photoCount } of directories) {
    for (let above: string | null = path; above !== null; above = parentOf(above)) {
      const key = `${folderId}/${above}`
      all.set(key, { folderId, path: above, photoCount: (all.get(key)?.photoCount ?? 0) + photoCount })
    }
  }
  return all
}

function parentOf(path: string): string | null {
  return path === '' ? null : path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function suggestedFiles({ store, names, photos }: Catalogue, text: string, limit: number): Suggestion[] {
  return names
    .suggest(text, limit)
    .filter((photoId) => photos.visible.has(photoId))
    .flatMap((photoId) => {
      const [file] = store.photoDetails.files(photoId)
      return file === undefined ? [] : [{ kind: 'file' as const, label: basename(file.relativePath), photoId }]
    })
}
