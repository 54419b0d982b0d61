import { z } from 'zod'
import { method } from './method.ts'
import { base64Schema, colourSchema, idSchema, strictnessSchema } from './primitives.ts'

export const categoryNameSchema = z.string().trim().min(1).max(80)

/** A few words or a sentence: "birthday cake", "whiteboard with writing". */
export const wordsSchema = z.array(z.string().trim().min(1).max(200)).max(30)

export const categorySchema = z.object({
  categoryId: idSchema,
  /** Stable name of a built-in category ("animals/dog"), null for the person's own. */
  key: z.string().nullable(),
  origin: z.enum(['built-in', 'own']),
  name: z.string(),
  /** What it looks like. Empty means: the name is the words. */
  words: z.array(z.string()),
  /** What it is *not*. */
  notWords: z.array(z.string()),
  synonyms: z.array(z.string()),
  strictness: strictnessSchema,
  colour: colourSchema,
  parentId: idSchema.nullable(),
  hidden: z.boolean(),
  /** Position among the person's own categories, from 0. */
  position: z.int(),
  /** Photos shown under it: said yes, or sure and not said no. A parent counts what its children show, each photo once. */
  shownCount: z.int().nonnegative(),
  unsureCount: z.int().nonnegative(),
  saidYesCount: z.int().nonnegative(),
  saidNoCount: z.int().nonnegative(),
  /** A sentence when the words alone don't separate photos here (flat scores), else null. */
  notice: z.string().nullable(),
})
export type Category = z.infer<typeof categorySchema>

export const categoryDraftSchema = z.object({
  name: categoryNameSchema,
  words: wordsSchema.default([]),
  notWords: wordsSchema.default([]),
  strictness: strictnessSchema.default(0.5),
})
export type CategoryDraft = z.input<typeof categoryDraftSchema>

/** Best first; only what is at least unsure, at most `limit`. */
export const categoryPreviewSchema = z.object({
  /** Uint32 ids, Uint16 aspects (x 1000), RGB colours as in a photo list. */
  ids: base64Schema,
  aspects: base64Schema,
  colours: base64Schema,
  sureCount: z.int().nonnegative(),
  unsureCount: z.int().nonnegative(),
  /** `sureCount` at eleven evenly spaced strictnesses from 0 to 1, so that the slider counts live without a call. */
  sureCountByStrictness: z.array(z.int().nonnegative()).length(11),
  notice: z.string().nullable(),
})
export type CategoryPreview = z.infer<typeof categoryPreviewSchema>

export const categoryMethods = {
  'categories.list': method(
    z.object({ includeHidden: z.boolean().optional() }),
    z.object({
      categories: z.array(categorySchema),
      unsureCount: z.int(),
      untaggedCount: z.int(),
      photoCount: z.int(),
    }),
  ),
  /** What a category with these words would hold, without storing anything. With `categoryId`: its decisions count too. */
  'categories.preview': method(
    z.object({
      draft: categoryDraftSchema,
      categoryId: idSchema.optional(),
      limit: z.int().min(1).max(2000).default(200),
    }),
    categoryPreviewSchema,
  ),
  'categories.create': method(
    z.object({ draft: categoryDraftSchema, colour: colourSchema.optional(), parentId: idSchema.nullable().optional() }),
    z.object({ category: categorySchema }),
  ),
  /** Changes what is given, leaves the rest. Words and strictness re-decide predictions at once; decisions never change. */
  'categories.update': method(
    z.object({
      categoryId: idSchema,
      name: categoryNameSchema.optional(),
      words: wordsSchema.optional(),
      notWords: wordsSchema.optional(),
      strictness: strictnessSchema.optional(),
      colour: colourSchema.optional(),
      hidden: z.boolean().optional(),
      parentId: idSchema.nullable().optional(),
      position: z.int().nonnegative().optional(),
    }),
    z.object({ category: categorySchema }),
  ),
  /** Undoable. A built-in category is hidden instead. */
  'categories.remove': method(z.object({ categoryId: idSchema }), z.object({})),
}
