/** The address of a photo's original, as large as it is. */
export function fullUrl(photoId: number): string {
  return `/media/full/${photoId}`
}
