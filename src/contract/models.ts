import { z } from 'zod'
import { method } from './method.ts'

/** `id@version` of a manifest: another version is another space. */
export const modelKeySchema = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}@[^\s/\\]{1,40}$/)

const bytesSchema = z.int().nonnegative()

/** What a person may want to know before they take a model. */
export const modelCardSchema = z.object({
  modelKey: modelKeySchema,
  name: z.string(),
  /** What it is better at than others, in a sentence. */
  summary: z.string(),
  /** On what; null where nobody says. */
  trainedOn: z.string().nullable(),
  licence: z.object({ name: z.string(), url: z.url().nullable(), note: z.string().nullable() }),
  /** "English", "English and 49 others". */
  languages: z.string(),
  embeddingDim: z.int().positive(),
  /** Only what was measured, with by whom: { set: "Flowers, 102 kinds", result: "61 of 100 right", by: "Winnow" }. */
  quality: z.array(z.object({ set: z.string(), result: z.string(), by: z.string() })).max(20),
})
export type ModelCard = z.infer<typeof modelCardSchema>

const countsSchema = z.object({ done: z.int().nonnegative(), total: z.int().nonnegative() })

export const modelStateSchema = z.discriminatedUnion('kind', [
  /** In the catalogue, not here. */
  z.object({ kind: z.literal('available') }),
  z.object({
    kind: z.literal('downloading'),
    doneBytes: bytesSchema,
    totalBytes: bytesSchema,
    bytesPerSecond: z.number().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  /** By the person, or because Winnow was closed; goes on where it stopped. */
  z.object({ kind: z.literal('paused'), doneBytes: bytesSchema, totalBytes: bytesSchema }),
  /** Every byte is compared with what it should be, and the model is tried out once. */
  z.object({ kind: z.literal('checking') }),
  /** The download stopped; `message` says why and what to do. What is there is kept. */
  z.object({ kind: z.literal('failed'), doneBytes: bytesSchema, totalBytes: bytesSchema, message: z.string() }),
  z.object({ kind: z.literal('installed') }),
  /** Looks at the library in the background; the active model serves until it is done. */
  z.object({
    kind: z.literal('preparing'),
    ...countsSchema.shape,
    photosPerSecond: z.number().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
    state: z.enum(['running', 'paused', 'waiting']),
    stage: z.enum(['photos', 'words', 'tags']),
    notice: z.string().nullable(),
  }),
  z.object({ kind: z.literal('active') }),
  /** Here, but can't be used; `message` names the file and says what to do. */
  z.object({ kind: z.literal('broken'), message: z.string() }),
])
export type ModelState = z.infer<typeof modelStateSchema>

export const modelViewSchema = modelCardSchema.extend({
  state: modelStateSchema,
  origin: z.enum(['built-in', 'catalogue', 'folder']),
  /** Where an added model lies; null for one that is not here. */
  folderPath: z.string().nullable(),
  /** On the disk, or to be downloaded. */
  sizeBytes: bytesSchema,
  /** Photos it has looked at, and what these numbers take in the library. */
  lookedAt: z.object({ photos: z.int().nonnegative(), sizeBytes: bytesSchema }),
  /** Photos a second on this machine; `expected` is worked out from how much it computes, `measured` was run here. */
  speed: z.object({ measured: z.number().positive().nullable(), expected: z.number().positive().nullable() }),
  /** What exactly is contacted when it is downloaded: hosts, "*." for any name before it. Empty for one that is here. */
  contacts: z.array(z.string()).max(10),
  /** Files whose hash was published nowhere: the server's own is believed when they are downloaded, and kept. */
  filesWithoutHash: z.int().nonnegative(),
  canRemove: z.boolean(),
})
export type ModelView = z.infer<typeof modelViewSchema>

export const modelListSchema = z.object({
  models: z.array(modelViewSchema),
  disk: z.object({ modelsBytes: bytesSchema, embeddingsBytes: bytesSchema, freeBytes: bytesSchema.nullable() }),
})
export type ModelList = z.infer<typeof modelListSchema>

const pathSchema = z.string().min(1).max(32_000)
const byKey = z.object({ modelKey: modelKeySchema })

export const modelMethods = {
  'models.list': method(z.object({}), modelListSchema),
  /** Begins or goes on; resolves when the first byte is asked for. `mirror` stands for the host and path before the repository, this time. */
  'models.download': method(byKey.extend({ mirror: z.url().max(2000).optional() }), z.object({})),
  'models.pauseDownload': method(byKey, z.object({})),
  /** What was downloaded is thrown away. */
  'models.cancelDownload': method(byKey, z.object({})),
  /**
   * Copies a model from a folder: one of Winnow's, or an export people use (transformers.js, Immich). Fails with
   * `invalid-input` and a sentence that lists what is missing; nothing is kept then.
   */
  'models.addFolder': method(z.object({ path: pathSchema }), byKey),
  /** The model's files; with `embeddings` also what it knows of the photos. Refused for the active one and the starter. */
  'models.remove': method(byKey.extend({ what: z.enum(['files', 'embeddings', 'both']) }), z.object({})),
  /** Prepares it in the background where it has not looked at all photos, then changes over; at once where it has. */
  'models.use': method(byKey, z.object({})),
  /** Stays with the active model; what the other has done is kept. */
  'models.stopPreparing': method(z.object({}), z.object({})),
  'models.pausePreparing': method(z.object({}), z.object({})),
  'models.resumePreparing': method(z.object({}), z.object({})),
}
