import { join } from 'node:path'
import { modelManifestSchema } from '../../core/model/manifest.ts'
import { modelKeyOf } from '../../core/model/catalogue.ts'

/** Beside `manifest.json` of a model that was added: its card and where it came from. */
export const cardFile = 'card.json'
export const manifestFile = 'manifest.json'

/** Where added models lie, one folder each, called `id@version`. */
export function addedModelsDir(dataDir: string): string {
  return join(dataDir, 'models')
}

/** What is on its way to there. A name with a dot in front is no model. */
export function unfinishedDir(dataDir: string): string {
  return join(addedModelsDir(dataDir), '.downloads')
}

/** Whether a key can be the name of a folder: it comes from a manifest that anyone may have written. */
export function isModelKey(modelKey: string): boolean {
  const [id, version, ...rest] = modelKey.split('@')
  if (id === undefined || version === undefined || rest.length > 0 || !/^\w[\w.-]{0,39}$/.test(version)) return false
  return modelManifestSchema.shape.id.safeParse(id).success && modelKeyOf({ id, version }) === modelKey
}
