import { z } from 'zod'
import { method } from './method.ts'
import { idSchema } from './primitives.ts'

/** Categories of which exactly one holds for a photo: indoors / outdoors / screenshot. */
export const choiceSchema = z.object({
  choiceId: idSchema,
  name: z.string(),
  /** At least two, in order. A category is part of one choice at most. */
  categoryIds: z.array(idSchema),
  /** "None of these" is possible. */
  allowsNone: z.boolean(),
})
export type Choice = z.infer<typeof choiceSchema>

const nameSchema = z.string().trim().min(1).max(80)
const membersSchema = z.array(idSchema).min(2).max(30)

/** All undoable. A yes to one category of a choice is a no to the others. */
export const choiceMethods = {
  'choices.list': method(z.object({}), z.object({ choices: z.array(choiceSchema) })),
  'choices.create': method(
    z.object({ name: nameSchema, categoryIds: membersSchema, allowsNone: z.boolean().default(true) }),
    z.object({ choice: choiceSchema }),
  ),
  'choices.update': method(
    z.object({
      choiceId: idSchema,
      name: nameSchema.optional(),
      categoryIds: membersSchema.optional(),
      allowsNone: z.boolean().optional(),
    }),
    z.object({ choice: choiceSchema }),
  ),
  /** Its categories stay, each by itself. */
  'choices.remove': method(z.object({ choiceId: idSchema }), z.object({})),
  /** The person's answer to the whole question: this one, or (`null`) none of these. One step of undo. */
  'choices.answer': method(
    z.object({
      choiceId: idSchema,
      photoIds: z.array(idSchema).min(1).max(100_000),
      categoryId: idSchema.nullable(),
    }),
    z.object({ changed: z.int().nonnegative() }),
  ),
}
