import { z } from 'zod'
import { method } from './method.ts'
import { bandSchema, idSchema, mostPicturesAtOnce, timeMsSchema, verdictSchema } from './primitives.ts'

/** One photo to answer about: does it show this category? */
export const questionSchema = z.object({
  photoId: idSchema,
  categoryId: idSchema,
  /** What Winnow thinks, 0 … 1. */
  probability: z.number().min(0).max(1),
  /** Photos much like it, from `search` order: "all of these" answers them together. At most eleven. */
  alikePhotoIds: z.array(idSchema),
})
export type Question = z.infer<typeof questionSchema>

/** Why a photo has, or has not, a category. */
export const whySchema = z.object({
  band: bandSchema,
  probability: z.number().min(0).max(1),
  /** The person's own answer for this photo, if any; it stands whatever the rest says. */
  verdict: verdictSchema,
  /** The words' part of what moved the score, 0 … 1; the rest is the examples'. */
  wordsShare: z.number().min(0).max(1),
  /** Whether words and examples speak for the photo (above zero) or against it, in log-odds. */
  words: z.number(),
  examples: z.number(),
  /** The most alike answers, most alike first; `photoId` is null for a picture from outside. Likeness -1 … 1. */
  nearestYes: z.array(z.object({ photoId: idSchema.nullable(), name: z.string(), likeness: z.number() })),
  nearestNo: z.array(z.object({ photoId: idSchema.nullable(), name: z.string(), likeness: z.number() })),
  /** The library's photos by probability, 24 even bins from 0 to 1; counts. */
  histogram: z.array(z.int().nonnegative()).length(24),
  /** Probability from which a photo is shown, and from which it is asked about. */
  sureFrom: z.number().min(0).max(1),
  unsureFrom: z.number().min(0).max(1),
})
export type Why = z.infer<typeof whySchema>

/** Something that happened to a category. */
export const categoryEventSchema = z.object({
  eventId: z.string().max(64),
  atMs: timeMsSchema,
  /** "Said yes to 3 photos", "Changed the words". */
  label: z.string(),
  /** `you`: said here · `undo`: by undo or redo · `carried`: an answer that went along to an edited version of its photo. */
  source: z.enum(['you', 'undo', 'carried', 'import']),
  verdict: verdictSchema.nullable(),
  /** Photos it was about: the first twelve, and how many. */
  photoIds: z.array(idSchema),
  photoCount: z.int().nonnegative(),
  /** False where later answers replaced all of it, so that there is nothing left to undo. */
  canUndo: z.boolean(),
})
export type CategoryEvent = z.infer<typeof categoryEventSchema>

export const teachingMethods = {
  /**
   * What to ask next: photos whose answers teach most, best first, of one category or (`null`) of all the person's own ones
   * that have any unsure photos. `skip` are photos not to ask about now.
   */
  'review.next': method(
    z.object({
      categoryId: idSchema.nullable(),
      skipPhotoIds: z.array(idSchema).max(10_000).default([]),
      count: z.int().min(1).max(60).default(12),
    }),
    z.object({
      questions: z.array(questionSchema),
      /** Answers given so far, and photos of the library that are decided by them or sure either way. */
      answerCount: z.int().nonnegative(),
      decidedCount: z.int().nonnegative(),
      unsureCount: z.int().nonnegative(),
      /** The last answers were mostly what Winnow would have said: more hardly help. */
      hardlyHelps: z.boolean(),
    }),
  ),
  'photos.why': method(z.object({ photoId: idSchema, categoryId: idSchema }), whySchema),
  /** Newest first. */
  'categories.history': method(
    z.object({ categoryId: idSchema, limit: z.int().min(1).max(500).default(100) }),
    z.object({ events: z.array(categoryEventSchema) }),
  ),
  /** Takes one step of the history back, whenever it was: its photos get the answers they had before, unless answered again since. Itself undoable. */
  'categories.undoEvent': method(
    z.object({ categoryId: idSchema, eventId: z.string().max(64) }),
    z.object({ changed: z.int().nonnegative() }),
  ),
  /** Back to how all answers (and words) were just after an event. Itself undoable. */
  'categories.restore': method(
    z.object({ categoryId: idSchema, eventId: z.string().max(64) }),
    z.object({ changed: z.int().nonnegative() }),
  ),
  /** Names from the vocabulary that fit these photos, best first; none where nothing fits. `categoryId` where one is there already. */
  'categories.suggestNames': method(
    z.object({ photoIds: z.array(idSchema).min(1).max(10_000) }),
    z.object({ names: z.array(z.object({ name: z.string(), categoryId: idSchema.nullable() })) }),
  ),
  /** Groups among photos that have no tag or only unsure ones, best first. */
  'groups.find': method(
    z.object({ limit: z.int().min(1).max(60).default(24) }),
    z.object({
      groups: z.array(
        z.object({
          photoIds: z.array(idSchema),
          suggestedNames: z.array(z.string()),
        }),
      ),
      /** Photos that were looked at; and how many there are, where a sample had to do. */
      lookedAtCount: z.int().nonnegative(),
      photoCount: z.int().nonnegative(),
    }),
  ),
  /** Pictures from outside as examples. They are kept as vectors with their name; the file is not. Undoable. */
  'categories.addExamples': method(
    z.object({
      categoryId: idSchema,
      pictureIds: z.array(z.string().max(64)).min(1).max(mostPicturesAtOnce),
      verdict: z.enum(['yes', 'no']),
    }),
    z.object({ added: z.int().nonnegative() }),
  ),
  'categories.examples': method(
    z.object({ categoryId: idSchema }),
    z.object({
      examples: z.array(z.object({ exampleId: idSchema, name: z.string(), verdict: z.enum(['yes', 'no']) })),
    }),
  ),
  'categories.removeExample': method(z.object({ exampleId: idSchema }), z.object({})),
}
