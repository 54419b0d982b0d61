/**
 * Sizes of the library at which the background of every category is mixed with it anew: at 200 photos, 1,000, 5,000, and
 * then each time it has doubled. Returns the last one reached, 0 before the first.
 */
export function calibrationStep(photoCount: number): number {
  if (photoCount < 200) return 0
  if (photoCount < 1000) return 200
  if (photoCount < 5000) return 1000
  return 5000 * 2 ** Math.floor(Math.log2(photoCount / 5000))
}
