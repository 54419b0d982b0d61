import { useSelection } from '../state/selection-store.ts'
import type { GalleryLayout } from './use-gallery-layout.ts'

/** Adds the photos of a section to the selection, or takes them all out of it when they are all in. */
export function selectSection(layout: GalleryLayout, section: number): void {
  const { start, count } = layout.sections[section]!
  const photoIds = layout.columns.ids.subarray(start, start + count)
  const { selected, select } = useSelection.getState()
  const allSelected = photoIds.every((photoId) => selected.has(photoId))
  const next = new Set(selected)
  for (const photoId of photoIds) {
    if (allSelected) next.delete(photoId)
    else next.add(photoId)
  }
  select(next, photoIds[0] ?? null)
}
