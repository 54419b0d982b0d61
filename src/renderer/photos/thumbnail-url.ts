/** The address of a photo's small picture, 512 px. `version` (`system.info`) changes when thumbnails are made anew. */
export function thumbnailUrl(photoId: number, version: number): string {
  return `/media/thumb/${photoId}?v=${version}`
}
