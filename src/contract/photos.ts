import { z } from 'zod'
import { method } from './method.ts'
import { bandSchema, base64Schema, idSchema, timeMsSchema, verdictSchema } from './primitives.ts'

/**
 * What to show. Everything that is present must hold (AND). `text` ranks: exact matches (tag, file name, folder, date)
 * first, then what looks like it; `likePhotoId` and `likePictureId` rank by likeness alone.
 */
export const photoQuerySchema = z.object({
  text: z.string().max(500).optional(),
  likePhotoId: idSchema.optional(),
  /** A picture from outside the library, registered with `search.addPicture`. */
  likePictureId: z.string().max(64).optional(),
  categoryIds: z.array(idSchema).max(20).optional(),
  /** With exactly one category: which of its bands. Without: `sure` then, after `cutIndex`, `unsure`. */
  band: bandSchema.optional(),
  /** System sections of the sidebar. */
  section: z.enum(['all', 'untagged', 'unsure']).optional(),
  folderId: idSchema.optional(),
  /** A sub-folder of `folderId`, with `/` between names, '' for the folder itself. */
  folderPath: z.string().max(4096).optional(),
  /** Capture time, from (inclusive) and to (exclusive). */
  fromMs: timeMsSchema.optional(),
  toMs: timeMsSchema.optional(),
  /** `best` only where something ranks (text, like, one category); otherwise it is `newest`. */
  order: z.enum(['newest', 'oldest', 'best']).optional(),
})
export type PhotoQuery = z.infer<typeof photoQuerySchema>

/**
 * The whole answer as columns, so that layout is arithmetic and 100,000 photos are a megabyte. Each column is
 * little-endian binary in base64, in display order:
 * ids Uint32 · aspects Uint16 (width / height x 1000, upright, clamped to 65535) · colours 3 bytes RGB a photo (average
 * colour; a neutral grey until known) · days Int32 (local capture day since 1970-01-01) · flags Uint8 (bit 0: thumbnail
 * is there, bit 1: the person said yes [one category], bit 2: its drive is offline, bit 3: Winnow is unsure [one category]).
 */
export const photoListSchema = z.object({
  total: z.int().nonnegative(),
  ids: base64Schema,
  aspects: base64Schema,
  colours: base64Schema,
  days: base64Schema,
  flags: base64Schema,
  order: z.enum(['newest', 'oldest', 'best']),
  /** With a text: how many at the front match exactly; what follows only looks like it. */
  exactCount: z.int().nonnegative().optional(),
  /** First index of "less certain from here". Absent where nothing ranks. */
  cutIndex: z.int().nonnegative().optional(),
  /** Why a search may be incomplete, as a sentence ("3,120 photos are not indexed yet"). */
  notice: z.string().optional(),
})
export type PhotoList = z.infer<typeof photoListSchema>

export const photoTagSchema = z.object({
  categoryId: idSchema,
  name: z.string(),
  colour: z.string(),
  origin: z.enum(['built-in', 'own']),
  /** `you`: decided yes by the person. `winnow`: predicted. */
  saidBy: z.enum(['you', 'winnow']),
  band: bandSchema,
  /** 0 … 1, calibrated; 1 where the person said so. */
  probability: z.number().min(0).max(1),
})
export type PhotoTag = z.infer<typeof photoTagSchema>

export const photoFileSchema = z.object({
  fileId: idSchema,
  folderId: idSchema,
  /** The full path as the operating system spells it, for reading only: no call takes a path back. */
  path: z.string(),
  name: z.string(),
  sizeBytes: z.int().nonnegative(),
  modifiedAtMs: z.number(),
  state: z.enum(['found', 'looked', 'ready', 'failed', 'missing']),
  offline: z.boolean(),
})

export const photoDetailsSchema = z.object({
  photoId: idSchema,
  widthPx: z.int().nullable(),
  heightPx: z.int().nullable(),
  takenAtMs: timeMsSchema,
  /** Where the date comes from: the camera, or the file's own time. */
  takenAtSource: z.enum(['exif', 'file']),
  camera: z.string().nullable(),
  lens: z.string().nullable(),
  /** "1/250 s · f/2.8 · ISO 200 · 35 mm", or null. */
  exposure: z.string().nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  mediaType: z.string(),
  ready: z.boolean(),
  tags: z.array(photoTagSchema),
  /** Categories the person said no to for this photo. */
  saidNo: z.array(z.object({ categoryId: idSchema, name: z.string() })),
  files: z.array(photoFileSchema),
})
export type PhotoDetails = z.infer<typeof photoDetailsSchema>

export const photoMethods = {
  'photos.list': method(photoQuerySchema, photoListSchema),
  'photos.get': method(z.object({ photoId: idSchema }), photoDetailsSchema),
  /** Main tag of each photo for hover captions and screen readers: the surest one, own categories first; '' for none. */
  'photos.captions': method(
    z.object({ photoIds: z.array(idSchema).max(500) }),
    z.object({
      captions: z.array(
        z.object({ photoId: idSchema, fileName: z.string(), tag: z.string(), takenAtMs: timeMsSchema }),
      ),
    }),
  ),
  /** What is on screen now, so that it is indexed first. Replaces the earlier wish. */
  'photos.wanted': method(z.object({ photoIds: z.array(idSchema).max(500) }), z.object({})),
  /** Shows the file in Finder, Explorer or the file manager. */
  'photos.reveal': method(z.object({ fileId: idSchema }), z.object({})),
  /** The person's answer for (photo, category), one step of undo for all of them. `undecided` takes an answer back. */
  'photos.decide': method(
    z.object({
      photoIds: z.array(idSchema).min(1).max(100_000),
      categoryId: idSchema,
      verdict: verdictSchema,
    }),
    z.object({ changed: z.int().nonnegative() }),
  ),
  /** For a selection and the tag picker: how many of these photos carry each category. */
  'photos.tagCounts': method(
    z.object({ photoIds: z.array(idSchema).min(1).max(100_000) }),
    z.object({
      counts: z.array(z.object({ categoryId: idSchema, tagged: z.int(), saidYes: z.int(), saidNo: z.int() })),
    }),
  ),
}
