import { z } from 'zod'
import { method } from './method.ts'
import { base64Schema, colourSchema, idSchema, mostPicturesAtOnce, strictnessSchema } from './primitives.ts'

export const categoryNameSchema = z.string().trim().min(1).max(80)

/** A few words or a sentence: "birthday cake", "whiteboard with writing". */
export const wordsSchema = z.array(z.string().trim().min(1).max(200)).max(30)

/** Share of the photos shown that are right, 0 … 1, with a range that holds the truth four times in five. */
export const precisionSchema = z.object({
  share: z.number().min(0).max(1),
  low: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
})
export type PrecisionEstimate = z.infer<typeof precisionSchema>

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
  /** Pictures from outside the library that teach it too. */
  outsideExampleCount: z.int().nonnegative(),
  /** The choice it is part of: of its categories exactly one holds. */
  choiceId: idSchema.nullable(),
  /** Winnow's surest guesses teach it too, where that helps (`teachWithHints`). */
  useHints: z.boolean(),
  /** Of those shown, how many are right, once there are answers to know it from; null means that it is a guess. */
  precision: precisionSchema.nullable(),
  /**
   * A sentence, else null: the words alone don't separate photos here (flat scores), or they ask who a person is, where
   * such models are known to be biased.
   */
  notice: z.string().nullable(),
})
export type Category = z.infer<typeof categorySchema>

export const categoryDraftSchema = z.object({
  name: categoryNameSchema,
  words: wordsSchema.default([]),
  notWords: wordsSchema.default([]),
  strictness: strictnessSchema.default(0.5),
  useHints: z.boolean().default(false),
  /** Answers it begins with, for a category that is not stored yet; one that is stored is answered with `photos.decide`. */
  yesPhotoIds: z.array(idSchema).max(10_000).default([]),
  noPhotoIds: z.array(idSchema).max(10_000).default([]),
  /** Pictures from outside it begins with, from `search.addPicture`. */
  yesPictureIds: z.array(z.string().max(64)).max(mostPicturesAtOnce).default([]),
})
export type CategoryDraft = z.input<typeof categoryDraftSchema>

/** The front of a band. Uint32 ids, Uint16 aspects (x 1000), RGB colours as in a photo list. */
export const bandPreviewSchema = z.object({
  count: z.int().nonnegative(),
  ids: base64Schema,
  aspects: base64Schema,
  colours: base64Schema,
  /** Uint8: bit 0 thumbnail is there, bit 1 the person said yes, bit 4 the person said no. */
  flags: base64Schema,
})
export type BandPreview = z.infer<typeof bandPreviewSchema>

/**
 * The whole library in three bands, at most `limit` photos of each. Sure and not sure: best first, those said yes at the front.
 * Not: those said no at the front, latest first, then what came nearest to being asked about.
 */
export const categoryPreviewSchema = z.object({
  sure: bandPreviewSchema,
  unsure: bandPreviewSchema,
  not: bandPreviewSchema,
  /** `sureCount` at eleven evenly spaced strictnesses from 0 to 1, so that the slider counts live without a call. */
  sureCountByStrictness: z.array(z.int().nonnegative()).length(11),
  /** How many of the photos shown are right, at the same eleven strictnesses; null where that would be a guess. */
  precisionByStrictness: z.array(precisionSchema.nullable()).length(11),
  /** Answers it was taught with, pictures from outside included. */
  yesCount: z.int().nonnegative(),
  noCount: z.int().nonnegative(),
  /** Whether guesses were taken in: `useHints` is on, and with part of the answers set aside they helped. */
  usedHints: z.boolean(),
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
  /** With its first answers, in one step of undo. */
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
      useHints: z.boolean().optional(),
      position: z.int().nonnegative().optional(),
    }),
    z.object({ category: categorySchema }),
  ),
  /** Undoable. A built-in category is hidden instead. */
  'categories.remove': method(z.object({ categoryId: idSchema }), z.object({})),
}
