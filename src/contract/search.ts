import { z } from 'zod'
import { method } from './method.ts'
import { base64Schema, idSchema, timeMsSchema } from './primitives.ts'

/** What the box offers while typing, before "looks like": a tag, a folder, a month, a file. */
export const suggestionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('category'), label: z.string(), categoryId: idSchema, count: z.int() }),
  z.object({
    kind: z.literal('folder'),
    label: z.string(),
    folderId: idSchema,
    folderPath: z.string(),
    count: z.int(),
  }),
  z.object({ kind: z.literal('date'), label: z.string(), fromMs: timeMsSchema, toMs: timeMsSchema, count: z.int() }),
  z.object({ kind: z.literal('file'), label: z.string(), photoId: idSchema }),
])
export type Suggestion = z.infer<typeof suggestionSchema>

export const searchMethods = {
  'search.suggest': method(
    z.object({ text: z.string().max(500), limit: z.int().min(1).max(30).default(8) }),
    z.object({ suggestions: z.array(suggestionSchema) }),
  ),
  /** A picture from outside the library to search by; kept in memory until the library closes. At most 24 MB. */
  'search.addPicture': method(
    z.object({ dataBase64: base64Schema.max(33_000_000), name: z.string().max(300) }),
    z.object({ pictureId: z.string() }),
  ),
}
