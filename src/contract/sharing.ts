import { z } from 'zod'
import { method } from './method.ts'
import { idSchema } from './primitives.ts'

/** Bytes of a category file that are read at most: 10,000 examples with vectors are 20 MB. */
export const largestCategoryFileBytes = 64_000_000

export const sharingMethods = {
  /** A file (JSON text) with words and settings and, if wanted, the examples as hashes and vectors, never as pictures. */
  'categories.export': method(
    z.object({ categoryIds: z.array(idSchema).min(1).max(1000), withExamples: z.boolean() }),
    z.object({ json: z.string(), suggestedFileName: z.string() }),
  ),
  /**
   * Takes such a file. Every category becomes one of the person's own; one whose name is taken gets another ("Beach 2").
   * What can't be used is left out and named. One step of undo.
   */
  'categories.import': method(
    z.object({ json: z.string().max(largestCategoryFileBytes), fileName: z.string().max(300) }),
    z.object({
      created: z.array(z.object({ categoryId: idSchema, name: z.string(), exampleCount: z.int().nonnegative() })),
      /** Sentences a person understands. */
      leftOut: z.array(z.string()),
    }),
  ),
}
