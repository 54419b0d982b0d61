import { z } from 'zod'
import { modelFileNameSchema, modelManifestSchema } from './manifest.ts'
import type { ModelManifest } from './manifest.ts'

/** What this version of Winnow can read; a catalogue with another `format` is refused. */
export const catalogueFormat = 1

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/** `https://…/<repository>/resolve/<revision>/<path>` is where a file lies, on the hub and on every mirror of it. */
export const catalogueFileSchema = z.object({
  /** Inside the model's folder. */
  name: modelFileNameSchema,
  repository: z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
  /** A commit, so that what is downloaded today is what was looked at. */
  revision: z.string().regex(/^[0-9a-f]{40}$/),
  path: modelFileNameSchema,
  /** Exact where `sha256` is given, else about: the hub tells it when the file is downloaded. */
  bytes: z.int().positive(),
  /** Null: published nowhere that could be cited; the hub's own hash is taken when the file is downloaded, and kept. */
  sha256: sha256Schema.nullable(),
})
export type CatalogueFile = z.infer<typeof catalogueFileSchema>

/** What a person may want to know of a model before they take it. */
export const catalogueCardSchema = z.object({
  summary: z.string().min(1).max(200),
  trainedOn: z.string().nullable(),
  licence: z.object({ name: z.string().min(1), url: z.url().nullable(), note: z.string().nullable() }),
  languages: z.string().min(1),
  quality: z.array(z.object({ set: z.string(), result: z.string(), by: z.string() })).max(20),
})
export type CatalogueCard = z.infer<typeof catalogueCardSchema>

const entrySchema = z
  .object({
    /** A manifest without `files`. */
    manifest: z.record(z.string(), z.unknown()),
    card: catalogueCardSchema,
    /** Billions of operations a photo takes in the image encoder; null where nobody says. */
    imageGflops: z.number().positive().nullable(),
    files: z.array(catalogueFileSchema).min(1).max(20),
    /** Where all of this is taken from. */
    sources: z.array(z.url()).min(1),
  })
  .transform((entry, context) => {
    const files = entry.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256: sha256 ?? '0'.repeat(64) }))
    const parsed = modelManifestSchema.safeParse({ ...entry.manifest, files })
    if (!parsed.success) {
      context.addIssue({ code: 'custom', message: parsed.error.message })
      return z.NEVER
    }
    const { files: _, ...manifest } = parsed.data
    return { ...entry, manifest }
  })
export type CatalogueEntry = z.infer<typeof entrySchema>

/** `models/catalogue.json`: the models that can be added from within the app. */
export const modelCatalogueSchema = z.object({
  format: z.literal(catalogueFormat),
  /** Host and path before the repository. */
  hub: z.url({ protocol: /^https$/ }),
  /** All that is contacted, where the hub sends for large files too; "*." stands for any name before it. */
  hosts: z.array(z.string().regex(/^(\*\.)?[a-z0-9.-]+$/)).min(1),
  /** Of the model that ships with Winnow. */
  builtIn: catalogueCardSchema,
  models: z.array(entrySchema),
})
export type ModelCatalogue = z.infer<typeof modelCatalogueSchema>

/** `id@version`: another version is another space. */
export function modelKeyOf({ id, version }: Pick<ModelManifest, 'id' | 'version'>): string {
  return `${id}@${version}`
}

/** Whether a host is one of those that a catalogue names. */
export function isNamedHost(hosts: readonly string[], host: string): boolean {
  return hosts.some((name) => (name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name))
}
