import { z } from 'zod'
import { colourSchema, idSchema, strictnessSchema, verdictSchema } from '../../contract/primitives.ts'

/** Fields of a category as an action remembers them: those that it changed. */
export const changedFieldsSchema = z
  .object({
    name: z.string(),
    words: z.array(z.string()),
    notWords: z.array(z.string()),
    strictness: strictnessSchema,
    colour: colourSchema,
    hidden: z.boolean(),
    parentId: idSchema.nullable(),
    position: z.int(),
  })
  .partial()

/** What an action did, so that it can be taken back and done again: data, kept in the database. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('decisions'),
    categoryId: idSchema,
    /** What was said, for all photos. */
    verdict: verdictSchema,
    /** The photos, by what was said before. */
    before: z.object({ yes: z.array(idSchema), no: z.array(idSchema), undecided: z.array(idSchema) }),
  }),
  z.object({
    kind: z.literal('category-created'),
    categoryId: idSchema,
    /** The built-in category that made room for it. */
    insteadOf: idSchema.optional(),
  }),
  z.object({ kind: z.literal('category-removed'), categoryId: idSchema }),
  z.object({
    kind: z.literal('category-updated'),
    categoryId: idSchema,
    before: changedFieldsSchema,
    after: changedFieldsSchema,
  }),
  z.object({ kind: z.literal('folders-added'), folderIds: z.array(idSchema).min(1) }),
  z.object({ kind: z.literal('folder-removed'), folderId: idSchema }),
])
export type ChangedFields = z.infer<typeof changedFieldsSchema>
export type Change = z.infer<typeof changeSchema>
export type DecisionsChange = Extract<Change, { kind: 'decisions' }>

/** Null for a change that another version of Winnow wrote and this one does not understand. */
export function parseChange(json: string): Change | null {
  return changeSchema.safeParse(JSON.parse(json)).data ?? null
}
