import type { JustifiedLayout } from './justified-rows.ts'

/** The last index whose value is at most `value`, in ascending numbers; -1 before the first. Only the first `count` are looked at. */
function lastAtMost(ascending: ArrayLike<number>, count: number, value: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Row of a photo; photos are 0 … photoCount - 1. */
export function rowOfPhoto(layout: JustifiedLayout, photo: number): number {
  return lastAtMost(layout.rowStart, layout.rowCount, photo)
}

/** Section of a row. */
export function sectionOfRow(layout: JustifiedLayout, row: number): number {
  return lastAtMost(layout.sectionRow, layout.sectionCount, row)
}

/** Section whose header or rows are at this height; the first one above the top, the last one below the end. */
export function sectionAt(layout: JustifiedLayout, yPx: number): number {
  return Math.max(0, lastAtMost(layout.sectionTop, layout.sectionCount, yPx))
}

/** Rows that touch the band from `topPx` (inclusive) to `bottomPx` (exclusive), as [first, stop). */
export function rowsBetween(layout: JustifiedLayout, topPx: number, bottomPx: number): readonly [number, number] {
  const above = lastAtMost(layout.rowTop, layout.rowCount, topPx)
  const touches = above >= 0 && layout.rowTop[above]! + layout.rowHeight[above]! > topPx
  const first = touches ? above : above + 1
  const atBottom = lastAtMost(layout.rowTop, layout.rowCount, bottomPx)
  const stop = atBottom >= 0 && layout.rowTop[atBottom] === bottomPx ? atBottom : atBottom + 1
  return [first, bottomPx <= topPx ? first : Math.max(first, stop)]
}
