import { z } from 'zod'
import type { TaughtCategory } from '../../core/learning/teach-classifier.ts'
import type { CategoryClassifier } from '../../core/tagging/category-classifier.ts'
import type { StoredTeaching } from '../store/classifier.ts'

const taughtSchema = z.object({
  wordsFactor: z.number(),
  tested: z.array(z.object({ index: z.int(), isYes: z.boolean(), leftOutScore: z.number() })),
  calibration: z
    .object({
      evenScore: z.number(),
      steepness: z.number(),
      covariance: z.tuple([z.number(), z.number(), z.number()]),
    })
    .nullable(),
  yesCount: z.int(),
  noCount: z.int(),
  contradictionCount: z.int(),
  usedHints: z.boolean(),
})

/** How a category was taught. */
export interface Taught {
  readonly category: TaughtCategory
  /** Answers it was taught with, pictures from outside included. */
  readonly yesCount: number
  readonly noCount: number
  /** Pairs of a yes and a no about the same picture. */
  readonly contradictionCount: number
  /** Whether guesses were taken in beside the answers. */
  readonly usedHints: boolean
}

export function storedTeaching({ category, ...facts }: Taught): StoredTeaching {
  const { wordsFactor, tested, calibration, lesson } = category
  return { lesson, json: JSON.stringify({ wordsFactor, tested, calibration, ...facts }) }
}

/** Null for a judge from words alone, and where another version of Winnow wrote what this one does not understand. */
export function readTaught({ weights, bias, flat }: CategoryClassifier, stored: StoredTeaching | null): Taught | null {
  if (stored === null) return null
  const { data } = taughtSchema.safeParse(JSON.parse(stored.json))
  if (data === undefined) return null
  const { wordsFactor, tested, calibration, ...facts } = data
  return {
    category: { classifier: { weights, bias, flat }, wordsFactor, lesson: stored.lesson, tested, calibration },
    ...facts,
  }
}
