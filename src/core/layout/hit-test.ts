import { rowsBetween } from './find-row.ts'
import type { JustifiedLayout } from './justified-rows.ts'

/** In pixels of the content; right and bottom are exclusive. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function boxOfPhoto(layout: JustifiedLayout, photo: number, row: number): Box {
  const left = layout.left[photo]!
  const top = layout.rowTop[row]!
  return { left, top, right: left + layout.width[photo]!, bottom: top + layout.rowHeight[row]! }
}

/** Indexes of the photos that a box touches, in display order: what a drag over empty space selects. */
export function photosInBox(layout: JustifiedLayout, box: Box): readonly number[] {
  const [firstRow, stopRow] = rowsBetween(layout, box.top, box.bottom)
  const touched: number[] = []
  for (let row = firstRow; row < stopRow; row++) {
    for (let photo = layout.rowStart[row]!; photo < layout.rowStart[row + 1]!; photo++) {
      const left = layout.left[photo]!
      if (left < box.right && left + layout.width[photo]! > box.left) touched.push(photo)
    }
  }
  return touched
}

/** The photo under a point, or -1 in a gap, a header or beside the rows. */
export function photoAt(layout: JustifiedLayout, xPx: number, yPx: number): number {
  return photosInBox(layout, { left: xPx, top: yPx, right: xPx + 1, bottom: yPx + 1 })[0] ?? -1
}
