import { z } from 'zod'

/** What a file of shared categories is, apart from what is in it: JSON, UTF-8, usually named `….winnow.json`. */
export const categoryFileFormat = 'winnow-categories'
/** Raise it when an older Winnow would misread a newer file. New optional fields need no new version. */
export const categoryFileVersion = 1

export const mostSharedCategories = 1000
/** Of one category. */
export const mostSharedExamples = 10_000

/**
 * A yes or no that goes along: the hash of the picture's bytes, its vector, or both; never the picture, its path or its name.
 * A library that has a picture with this hash knows it by that, and another one learns from the vector.
 */
export interface SharedExample {
  readonly verdict: 'yes' | 'no'
  /** Of the bytes, as `photo.content_hash`. */
  readonly hash: string | null
  /** Unit vector in the space that the file names. */
  readonly vector: Float32Array | null
}

export interface SharedCategory {
  readonly name: string
  readonly words: readonly string[]
  readonly notWords: readonly string[]
  readonly synonyms: readonly string[]
  readonly strictness: number
  /** `#rrggbb`; null lets the library choose. */
  readonly colour: string | null
  readonly useHints: boolean
  /** Name of the category above, in the file or in the library. */
  readonly parent: string | null
  readonly examples: readonly SharedExample[]
}

/** Of its categories, given by name, exactly one holds. */
export interface SharedChoice {
  readonly name: string
  readonly allowsNone: boolean
  readonly categories: readonly string[]
}

/** The space of the vectors: "winnow-starter@0.2.0", and how many numbers one has. */
export interface SharedModel {
  readonly name: string
  readonly dim: number
}

export interface CategoryFile {
  readonly model: SharedModel | null
  readonly categories: readonly SharedCategory[]
  readonly choices: readonly SharedChoice[]
}

/** The frame of a file; what is in it is read piece by piece, so that one bad category costs only itself. */
export const categoryFrameSchema = z.object({
  format: z.literal(categoryFileFormat),
  version: z.number(),
  model: z
    .object({ name: z.string().max(200), dim: z.int().positive() })
    .nullable()
    .catch(null),
  categories: z.array(z.unknown()),
  choices: z.array(z.unknown()).catch([]),
})
export type CategoryFrame = z.infer<typeof categoryFrameSchema>
