/** What a file says of how good its photo is; where it says nothing there is none. */
export interface StatedRating {
  /** 0 (not rated) … 5; null when the photo was rejected. */
  readonly stars: number | null
}

/** Stars as XMP and EXIF count them: -1 is rejected, parts of a star don't count. Null for what is no rating. */
export function ratingOfStars(value: number): StatedRating | null {
  if (value === -1) return { stars: null }
  return value >= 0 && value <= 5 ? { stars: Math.floor(value) } : null
}

/** Windows writes 1, 25, 50, 75 and 99 for one to five stars; other numbers go to the nearest. Null for what is no percentage. */
export function ratingOfPercent(percent: number): StatedRating | null {
  if (!(percent >= 0 && percent <= 100)) return null
  return { stars: percent === 0 ? 0 : 1 + Math.round(percent / 25) }
}
