import type { JustifiedLayout } from '../../core/layout/justified-rows.ts'

/**
 * Square tiles in rows, as a layout like that of the gallery: as many to a row as makes them nearest to the wished size,
 * all alike. Where one leaves, the next takes exactly its place, and nothing else changes its shape.
 */
export function layOutEvenRows(
  photoCount: number,
  options: { readonly widthPx: number; readonly wishedTilePx: number; readonly gapPx: number },
): JustifiedLayout {
  const { widthPx, wishedTilePx, gapPx } = options
  const columns = Math.max(2, Math.round((widthPx + gapPx) / (wishedTilePx + gapPx)))
  const tilePx = Math.max(1, Math.floor((widthPx - gapPx * (columns - 1)) / columns))
  const rowCount = Math.ceil(photoCount / columns)
  const heightPx = Math.max(0, rowCount * (tilePx + gapPx) - gapPx)
  // Whole pixels are left over; spread between the tiles they are not seen.
  const leftOf = (column: number): number => Math.round((column * (widthPx - tilePx)) / (columns - 1))
  return {
    widthPx,
    heightPx,
    photoCount,
    rowCount,
    rowStart: Uint32Array.from({ length: rowCount + 1 }, (_, row) => Math.min(photoCount, row * columns)),
    rowTop: Float64Array.from({ length: rowCount }, (_, row) => row * (tilePx + gapPx)),
    rowHeight: new Uint16Array(rowCount).fill(tilePx),
    left: Uint16Array.from({ length: photoCount }, (_, photo) => leftOf(photo % columns)),
    width: new Uint16Array(photoCount).fill(tilePx),
    sectionCount: photoCount === 0 ? 0 : 1,
    sectionRow: Uint32Array.of(...(photoCount === 0 ? [] : [0]), rowCount),
    sectionTop: Float64Array.of(...(photoCount === 0 ? [] : [0]), heightPx),
  }
}
