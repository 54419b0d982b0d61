import { WinnowError } from '../../contract/error.ts'
import type { SharedCategory, SharedChoice } from '../../core/sharing/category-file.ts'
import { CategoryFileError, readCategoryFile, whyVectorsAreForeign } from '../../core/sharing/read-category-file.ts'
import { freeName } from '../../core/sharing/free-name.ts'
import { readSharedCategory, readSharedChoice } from '../../core/sharing/read-shared-category.ts'
import { breathe } from '../catalogue/breathe.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { foldedName, takenNames } from '../categories/refuse-same-name.ts'
import { sharedModelOf } from './shared-model.ts'

/** A category of a file under the name it will have here. */
export interface ImportedCategory extends SharedCategory {
  /** As the file calls it. */
  readonly originalName: string
}

export interface ImportedFile {
  readonly categories: readonly ImportedCategory[]
  readonly choices: readonly SharedChoice[]
  /** Sentences about what can't be used. */
  readonly leftOut: readonly string[]
}

/**
 * Reads a file of shared categories for this library, in slices that let other calls through: names that are free here, and vectors only
 * where they come from the same model.
 * @throws WinnowError `invalid-input` with a sentence that names the file, `already-exists` never: a taken name gets a number
 */
export async function readImport(
  catalogue: Catalogue,
  { json, fileName }: { readonly json: string; readonly fileName: string },
  signal?: AbortSignal,
): Promise<ImportedFile> {
  const frame = openFile(json, fileName)
  const own = sharedModelOf(catalogue)
  const foreign = whyVectorsAreForeign(frame.model, own, fileName)
  const vectorDim = foreign === null && frame.model !== null && own !== null ? own.dim : null
  const leftOut: string[] = foreign === null ? [] : [foreign]
  const categories: ImportedCategory[] = []
  // Folded once: a thousand of one name, each looked for among all, took minutes.
  const taken = takenNames(catalogue)
  for (const [index, raw] of frame.categories.entries()) {
    const read = readSharedCategory(raw, index, vectorDim)
    leftOut.push(...read.leftOut)
    await breathe(signal)
    if (read.value === null) continue
    const name = freeName(read.value.name, (wanted) => taken.has(foldedName(wanted)))
    taken.add(foldedName(name))
    categories.push({ ...read.value, originalName: read.value.name, name })
  }
  const choices: SharedChoice[] = []
  for (const [index, raw] of frame.choices.entries()) {
    const read = readSharedChoice(raw, index)
    leftOut.push(...read.leftOut)
    if (read.value !== null) choices.push(read.value)
  }
  return { categories, choices, leftOut }
}

function openFile(json: string, fileName: string): ReturnType<typeof readCategoryFile> {
  try {
    return readCategoryFile(json, fileName)
  } catch (error) {
    if (error instanceof CategoryFileError) throw new WinnowError('invalid-input', error.message)
    throw error
  }
}
