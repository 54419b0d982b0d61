import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CatalogueEntry, ModelCatalogue } from '../../core/model/catalogue.ts'
import { modelCatalogueSchema, modelKeyOf } from '../../core/model/catalogue.ts'

/** `catalogue.json` of Winnow's models. @throws when it is not there or not understood: Winnow is not whole then */
export function readCatalogue(modelsDir: string): ModelCatalogue {
  return modelCatalogueSchema.parse(JSON.parse(readFileSync(join(modelsDir, 'catalogue.json'), 'utf8')))
}

/** The entry of a key. */
export function entryOf(catalogue: ModelCatalogue, modelKey: string): CatalogueEntry | undefined {
  return catalogue.models.find(({ manifest }) => modelKeyOf(manifest) === modelKey)
}

/** Bytes that a download of it takes; about, where the hub has to be asked. */
export function downloadBytes({ files }: Pick<CatalogueEntry, 'files'>): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
