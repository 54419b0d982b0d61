import { join } from 'node:path'
import type { SortFile } from '../../../core/sorting/sort-facts.ts'
import type { SortRules } from '../../../core/sorting/sort-rules.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { templatesName } from './needed-tags.ts'
import { withSeparators } from './slashes.ts'

const mostSidecars = 10

/** Whether rules or templates speak of stars, which have to be read from the files. */
export function asksForRating(rules: SortRules): boolean {
  return rules.rules.some(({ when }) => when.some(({ kind }) => kind === 'rating')) || templatesName(rules, 'rating')
}

/** The files with their stars, from sidecars and from the heads of the files. */
export async function rateFiles(
  { context }: Pick<Catalogue, 'context'>,
  files: readonly SortFile[],
  signal: AbortSignal,
): Promise<readonly SortFile[]> {
  const asked = files.map(({ fileId, directory, name, sizeBytes, mtimeMs, companions }) => ({
    fileId,
    path: join(withSeparators(directory), name),
    sizeBytes,
    mtimeMs,
    sidecarPaths: companions
      .filter((companion) => companion.name.toLowerCase().endsWith('.xmp'))
      .slice(0, mostSidecars)
      .map((companion) => join(withSeparators(directory), companion.name)),
  }))
  const ratings = new Map<number, number | null>()
  for await (const { fileId, rating } of context.worker.rate(asked, signal)) ratings.set(fileId, rating)
  signal.throwIfAborted()
  return files.map((file) => {
    const rating = ratings.get(file.fileId) ?? null
    return { ...file, rating: rating === 0 ? null : rating }
  })
}
