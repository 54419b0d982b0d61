import { extendSelection } from '../gallery/extend-selection.ts'
import { useSelection } from '../state/selection-store.ts'
import { type BandsLayout, photoAt } from './band-layout.ts'

/** What a click on a photo of the bands does: it selects it, or not, and with Shift everything from the last one on. */
export function useSelectByClick(
  layout: BandsLayout,
  moveTo: (index: number) => void,
): (photoId: number, event: MouseEvent) => void {
  return (photoId, event) => {
    const index = layout.indexOfPhoto.get(photoId)
    if (index === undefined) return
    const { selected, anchorId, select, toggle } = useSelection.getState()
    const anchor = layout.indexOfPhoto.get(anchorId ?? -1)
    if (event.shiftKey && anchor !== undefined) {
      const ids = Uint32Array.from({ length: layout.photoCount }, (_, i) => photoAt(layout, i) ?? 0)
      select(extendSelection(selected, ids, anchor, anchor, index))
    } else toggle(photoId)
    moveTo(index)
  }
}
