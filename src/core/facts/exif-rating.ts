import type { StatedRating } from './stated-rating.ts'
import { ratingOfPercent, ratingOfStars } from './stated-rating.ts'

/** The tags 0x4746 and 0x4749 as they stand in the file, hostile values included. */
export interface ExifRatingValues {
  readonly stars: unknown
  readonly percent: unknown
}

/** What EXIF says of the rating; null where it says nothing, or nonsense. */
export function exifRating({ stars, percent }: ExifRatingValues): StatedRating | null {
  return ratingOfStars(numberOf(stars)) ?? ratingOfPercent(numberOf(percent))
}

function numberOf(value: unknown): number {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'number' ? one : NaN
}
