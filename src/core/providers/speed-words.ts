/** "63 photos/s", "4.2 photos/s", "0.03 photos/s": two digits that mean something. */
export function speedWords(photosPerSecond: number): string {
  const digits = photosPerSecond >= 10 ? 0 : photosPerSecond >= 1 ? 1 : 2
  return `${bareSpeed(photosPerSecond, digits)} photos/s`
}

/** The number alone, for the second of two. */
export function bareSpeed(
  photosPerSecond: number,
  digits = photosPerSecond >= 10 ? 0 : photosPerSecond >= 1 ? 1 : 2,
): string {
  return photosPerSecond.toFixed(digits)
}
