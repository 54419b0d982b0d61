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
    useHints: z.boolean(),
  })
  .partial()

/** A choice as a person made it; its categories in order. */
export const choiceStateSchema = z.object({
  name: z.string(),
  allowsNone: z.boolean(),
  categoryIds: z.array(idSchema),
})
export type ChoiceState = z.infer<typeof choiceStateSchema>

const singleChangeSchema = z.discriminatedUnion('kind', [
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
  z.object({ kind: z.literal('examples-added'), categoryId: idSchema, exampleIds: z.array(idSchema) }),
  z.object({ kind: z.literal('examples-removed'), categoryId: idSchema, exampleIds: z.array(idSchema) }),
  z.object({
    kind: z.literal('choice-changed'),
    choiceId: idSchema,
    /** Null: it was not there. */
    before: choiceStateSchema.nullable(),
    /** Null: it was taken apart. */
    after: choiceStateSchema.nullable(),
  }),
  z.object({ kind: z.literal('folders-added'), folderIds: z.array(idSchema).min(1) }),
  z.object({ kind: z.literal('folder-removed'), folderId: idSchema }),
  /** Files were sorted on disk; the journal has them. */
  z.object({ kind: z.literal('files-sorted'), runId: idSchema }),
])

/** What an action did, so that it can be taken back and done again: data, kept in the database. */
export const changeSchema = z.discriminatedUnion('kind', [
  singleChangeSchema,
  /** Several as one step; taken back from the last to the first. */
  z.object({ kind: z.literal('together'), changes: z.array(singleChangeSchema) }),
])
export type ChangedFields = z.infer<typeof changedFieldsSchema>
export type Change = z.infer<typeof changeSchema>
export type SingleChange = z.infer<typeof singleChangeSchema>
export type DecisionsChange = Extract<SingleChange, { kind: 'decisions' }>

/** The changes that make up one, in the order they were done. */
export function singlesOf(change: Change): readonly SingleChange[] {
  return change.kind === 'together' ? change.changes : [change]
}

/** Null for a change that another version of Winnow wrote and this one does not understand. */
export function parseChange(json: string): Change | null {
  return changeSchema.safeParse(JSON.parse(json)).data ?? null
}
