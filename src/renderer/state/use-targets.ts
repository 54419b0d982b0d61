import { useMemo } from 'react'
import { targetIds, useSelection } from './selection-store.ts'
import { useView } from './view-store.ts'

/** What the details and a tag apply to: the photo open in the viewer, else the selection, else the photo the keyboard is on. */
export function useTargets(): readonly number[] {
  const openPhotoId = useView((view) => view.openPhotoId)
  const selected = useSelection((selection) => selection.selected)
  const focusedId = useSelection((selection) => selection.focusedId)
  return useMemo(
    () => (openPhotoId === null ? targetIds({ selected, focusedId }) : [openPhotoId]),
    [openPhotoId, selected, focusedId],
  )
}
