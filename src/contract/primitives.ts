import { z } from 'zod'

/** Row ids of SQLite; never re-used within a library. */
export const idSchema = z.int().positive()

/** Little-endian bytes in base64: the columns of a photo list, embeddings. JSON is the only thing every transport carries. */
export const base64Schema = z.base64()

/** Milliseconds since 1970. For capture times: the camera's own wall clock, written as if it were UTC (EXIF has no zone). */
export const timeMsSchema = z.int()

/** `#rrggbb`; the colour dot of a category. */
export const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/)

/** Loose … strict as the slider shows it: 0 is loosest, 1 strictest, 0.5 the default. */
export const strictnessSchema = z.number().min(0).max(1)

export const verdictSchema = z.enum(['yes', 'no', 'undecided'])
export type Verdict = z.infer<typeof verdictSchema>

/** Where a prediction stands between the two cuts: tagged, asked about, not tagged. */
export const bandSchema = z.enum(['sure', 'unsure', 'not'])
export type Band = z.infer<typeof bandSchema>

/** Pictures from outside the library that are taken as examples in one step. */
export const mostPicturesAtOnce = 500
