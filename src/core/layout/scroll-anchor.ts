import { rowOfPhoto, rowsBetween } from './find-row.ts'
import type { JustifiedLayout } from './justified-rows.ts'

/** A photo on screen and where: to be found at the same place again in another layout. */
export interface ScrollAnchor {
  readonly photo: number
  /** How far below the top edge its row begins; 0 for a row that the edge cuts. */
  readonly offsetPx: number
  /** How much of its row is above the edge, 0 … 1: of a row that becomes lower, the same part stays in view. */
  readonly shareAbove: number
}

/** The photos on screen, the topmost row first. */
export function anchorsAt(
  layout: JustifiedLayout,
  scrollTopPx: number,
  viewportHeightPx: number,
): readonly ScrollAnchor[] {
  const [firstRow, stopRow] = rowsBetween(layout, scrollTopPx, scrollTopPx + viewportHeightPx)
  const anchors: ScrollAnchor[] = []
  for (let row = firstRow; row < stopRow; row++) {
    const offsetPx = layout.rowTop[row]! - scrollTopPx
    const place = { offsetPx: Math.max(0, offsetPx), shareAbove: Math.max(0, -offsetPx) / layout.rowHeight[row]! }
    for (let photo = layout.rowStart[row]!; photo < layout.rowStart[row + 1]!; photo++)
      anchors.push({ photo, ...place })
  }
  return anchors
}

/** The scroll position that puts the row of `anchor.photo`, an index of this layout, in its place again, as far as the content reaches. */
export function scrollTopForAnchor(layout: JustifiedLayout, anchor: ScrollAnchor, viewportHeightPx: number): number {
  const row = rowOfPhoto(layout, anchor.photo)
  const wished = layout.rowTop[row]! + anchor.shareAbove * layout.rowHeight[row]! - anchor.offsetPx
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
