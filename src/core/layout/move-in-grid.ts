import { rowOfPhoto } from './find-row.ts'
import type { JustifiedLayout } from './justified-rows.ts'

export type GridMove = 'left' | 'right' | 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last'

interface MoveOptions {
  /** What a page is. */
  readonly pageHeightPx: number
  /** Going up and down keeps to this column even over rows whose photos stand elsewhere. */
  readonly columnXPx: number
}

/** Horizontal middle of a photo: the column that going up and down keeps to. */
export function middleOfPhoto(layout: JustifiedLayout, photo: number): number {
  return layout.left[photo]! + layout.width[photo]! / 2
}

/** Where a key leads from a photo; the photo itself where there is no further one. Not for an empty layout. */
export function moveInGrid(layout: JustifiedLayout, from: number, move: GridMove, options: MoveOptions): number {
  const last = layout.photoCount - 1
  const row = rowOfPhoto(layout, from)
  switch (move) {
    case 'left':
      return Math.max(0, from - 1)
    case 'right':
      return Math.min(last, from + 1)
    case 'first':
      return 0
    case 'last':
      return last
    case 'up':
      return row === 0 ? from : nearestInRow(layout, row - 1, options.columnXPx)
    case 'down':
      return row === layout.rowCount - 1 ? from : nearestInRow(layout, row + 1, options.columnXPx)
    case 'page-up':
    case 'page-down':
      return nearestInRow(layout, rowOnePageOn(layout, row, move, options.pageHeightPx), options.columnXPx)
  }
}

function nearestInRow(layout: JustifiedLayout, row: number, columnXPx: number): number {
  let nearest = layout.rowStart[row]!
  for (let photo = nearest + 1; photo < layout.rowStart[row + 1]!; photo++) {
    const closer =
      Math.abs(middleOfPhoto(layout, photo) - columnXPx) < Math.abs(middleOfPhoto(layout, nearest) - columnXPx)
    if (closer) nearest = photo
  }
  return nearest
}

/** At least one row on, at most as far as the page is high. */
function rowOnePageOn(
  layout: JustifiedLayout,
  row: number,
  move: 'page-up' | 'page-down',
  pageHeightPx: number,
): number {
  const step = move === 'page-down' ? 1 : -1
  const from = layout.rowTop[row]!
  let target = row
  while (target + step >= 0 && target + step < layout.rowCount) {
    const isFurther = Math.abs(layout.rowTop[target + step]! - from) > pageHeightPx
    if (isFurther && target !== row) break
    target += step
    if (isFurther) break
  }
  return target
}
