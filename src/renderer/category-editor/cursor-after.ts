import { bandAt, type BandsLayout } from './band-layout.ts'

/**
 * Where the keyboard goes when the photo it is on leaves its band by what Winnow learned: to the photo of the same band that
 * is there now. Undefined: it can stay on its photo.
 */
export function cursorAfter(before: BandsLayout, now: BandsLayout, photoId: number): number | undefined {
  const indexBefore = before.indexOfPhoto.get(photoId)
  if (indexBefore === undefined) return undefined
  const { band, first } = bandAt(before, indexBefore)
  const indexNow = now.indexOfPhoto.get(photoId)
  if (indexNow !== undefined && bandAt(now, indexNow).band === band) return undefined
  const ids = now.bands.find((placed) => placed.band === band)?.photos.ids
  return ids?.[Math.min(indexBefore - first, ids.length - 1)]
}
