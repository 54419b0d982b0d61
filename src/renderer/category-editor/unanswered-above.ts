import { bandAt, type BandsLayout } from './band-layout.ts'
import { verdictOfFlags } from './bands.ts'

/** "All above here": the photos of the same band from its first to this one that the person has not answered. */
export function unansweredAbove(layout: BandsLayout, photoId: number | null): readonly number[] {
  const index = photoId === null ? undefined : layout.indexOfPhoto.get(photoId)
  if (index === undefined) return []
  const { photos, first } = bandAt(layout, index)
  return [...photos.ids.subarray(0, index - first + 1)].filter(
    (_, i) => verdictOfFlags(photos.flags[i]!) === 'undecided',
  )
}
