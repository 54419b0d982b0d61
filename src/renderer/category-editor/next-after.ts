import { bandAt, type BandsLayout } from './band-layout.ts'

/**
 * The photo to go on with after some were answered: the next one of the same band that is not among them, else the one
 * before, so that a row of answers is a row of keys. `from`: where the keyboard was; -1: nowhere.
 */
export function nextAfter(layout: BandsLayout, answered: ReadonlySet<number>, from: number): number | undefined {
  if (from === -1) return undefined
  const { photos, first } = bandAt(layout, from)
  const here = from - first
  const isOpen = (photoId: number): boolean => !answered.has(photoId)
  return photos.ids.subarray(here).find(isOpen) ?? photos.ids.subarray(0, here).findLast(isOpen)
}
