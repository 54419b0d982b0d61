import type { SystemInfo } from '../../contract/system.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { thumbnailVersion } from '../media/cache-files.ts'

/** What this Winnow is, and what its host can do. */
export function systemInfo({ context, model }: Pick<Catalogue, 'context' | 'model'>): SystemInfo {
  const { version, host, capabilities, reveal } = context.surroundings
  const manifest = model?.data.manifest
  return {
    version,
    platform: process.platform,
    host,
    capabilities: { ...capabilities, reveal: reveal !== undefined },
    thumbnailVersion,
    model: manifest === undefined ? null : { id: manifest.id, name: manifest.name, version: manifest.version },
  }
}
