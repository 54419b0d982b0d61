import { rowOfPhoto, rowsBetween } from './find-row.ts'
import type { JustifiedLayout } from './justified-rows.ts'

/** Photos on screen with how far below the top edge each one's row begins (negative: above it), the topmost row first. */
export function anchorsAt(
  layout: JustifiedLayout,
  scrollTopPx: number,
  viewportHeightPx: number,
): readonly { readonly photo: number; readonly offsetPx: number }[] {
  const [firstRow, stopRow] = rowsBetween(layout, scrollTopPx, scrollTopPx + viewportHeightPx)
  const anchors: { photo: number; offsetPx: number }[] = []
  for (let row = firstRow; row < stopRow; row++) {
    for (let photo = layout.rowStart[row]!; photo < layout.rowStart[row + 1]!; photo++) {
      anchors.push({ photo, offsetPx: layout.rowTop[row]! - scrollTopPx })
    }
  }
  return anchors
}

/** The scroll position that puts a photo's row at `offsetPx` below the top edge, as far as the content reaches. */
export function scrollTopForAnchor(
  layout: JustifiedLayout,
  photo: number,
  offsetPx: number,
  viewportHeightPx: number,
): number {
  const wished = layout.rowTop[rowOfPhoto(layout, photo)]! - offsetPx
  return Math.max(0, Math.min(wished, layout.heightPx - viewportHeightPx))
}

/** The nearest scroll position that shows a photo's whole row between `marginTopPx` and the bottom edge. */
export function scrollTopToShow(
  layout: JustifiedLayout,
  photo: number,
  scrollTopPx: number,
  viewportHeightPx: number,
  marginTopPx: number,
): number {
  const row = rowOfPhoto(layout, photo)
  const highest = layout.rowTop[row]! - marginTopPx
  const lowest = layout.rowTop[row]! + layout.rowHeight[row]! + 8 - viewportHeightPx
  if (scrollTopPx > highest || lowest > highest) return Math.max(0, highest)
  return Math.max(scrollTopPx, lowest)
}
