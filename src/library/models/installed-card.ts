import { z } from 'zod'
import type { ModelCard } from '../../contract/models.ts'
import type { CatalogueCard } from '../../core/model/catalogue.ts'
import { catalogueCardSchema, modelKeyOf } from '../../core/model/catalogue.ts'
import type { ModelManifest } from '../../core/model/manifest.ts'

/** `card.json` of a model that was added. */
export const installedCardSchema = z.object({
  card: catalogueCardSchema,
  origin: z.enum(['catalogue', 'folder']),
  imageGflops: z.number().positive().nullable(),
})
export type InstalledCard = z.infer<typeof installedCardSchema>

/** A card as a person sees it: what the catalogue or the folder says, with what the manifest knows. */
export function cardOf(
  manifest: Pick<ModelManifest, 'id' | 'version' | 'name' | 'embeddingDim'>,
  { summary, trainedOn, licence, languages, quality }: CatalogueCard,
): ModelCard {
  return {
    modelKey: modelKeyOf(manifest),
    name: manifest.name,
    summary,
    trainedOn,
    licence,
    languages,
    embeddingDim: manifest.embeddingDim,
    quality,
  }
}

/** The card of a model that brings none: nothing is said that nobody knows. */
export function unknownCard(licence: string | undefined): CatalogueCard {
  return {
    summary: 'Added from a folder.',
    trainedOn: null,
    licence: { name: licence ?? 'Not stated', url: null, note: null },
    languages: 'Not stated',
    quality: [],
  }
}
