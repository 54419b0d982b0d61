import { join } from 'node:path'

/** Raised when thumbnails are made otherwise (size, format): all are then made again. */
export const thumbnailVersion = 1

/** The same for photos that are made whole for the viewer. */
const renditionVersion = 1

/** Where this version's thumbnails lie, as `<hh>/<hash>.webp`. */
export function thumbnailDir(cacheDir: string): string {
  return join(cacheDir, 'thumbs', `v${thumbnailVersion}`)
}

/** @param contentHash lower-case hex digits, at least two */
export function thumbnailFile(cacheDir: string, contentHash: string): string {
  return join(thumbnailDir(cacheDir), contentHash.slice(0, 2), `${contentHash}.webp`)
}

/** Where a photo of a kind that no browser shows lies whole, as a WebP. */
export function renditionFile(cacheDir: string, contentHash: string): string {
  return join(cacheDir, 'full', `v${renditionVersion}`, contentHash.slice(0, 2), `${contentHash}.webp`)
}
