import type { LayoutOptions } from './justified-rows.ts'

/** Of the wished height: how low a row may become, and how tall, before it is not even considered. */
const lowest = 0.66
const tallest = 1.5
/** Taller than this a section's last row is left ragged: stretching the few that are left looks odder than a gap after them. */
const tallestLast = 1.25
const raggedCost = 0.02
const emptinessCost = 0.25

/** Height that fills the width with photos whose aspects (width / height) add up to `aspectSum`. */
export function fillingHeight(aspectSum: number, count: number, options: LayoutOptions): number {
  return Math.max(1, options.widthPx - options.gapPx * (count - 1)) / aspectSum
}

/** Whether the last row of a section keeps the wished height and ends before the edge. Every other row fills the width. */
export function isRagged(fillingHeightPx: number, options: LayoutOptions): boolean {
  return fillingHeightPx > options.rowHeightPx * tallestLast
}

/**
 * Marks with 1 every photo of [start, end) that begins a row, so that the rows' heights differ least from the wished
 * one in total (dynamic programming over the last break; Knuth & Plass 1981). `aspectUpTo[i]` is the sum of the aspects
 * before photo i. `cost` and `previous` are room to work in, as long as `aspectUpTo`.
 */
export function markRowStarts(
  aspectUpTo: Float64Array,
  start: number,
  end: number,
  options: LayoutOptions,
  work: { readonly cost: Float64Array; readonly previous: Uint32Array },
  startsRow: Uint8Array,
): void {
  const { cost, previous } = work
  cost[start] = 0
  // The nearest break that makes a row low enough to fill the width; it only moves on.
  let nearest = start
  for (let stop = start + 1; stop <= end; stop++) {
    const isLast = stop === end
    while (nearest < stop - 1 && heightRatio(aspectUpTo, nearest + 1, stop, options) <= tallest) nearest++
    let best = Infinity
    let bestStart = stop - 1
    for (let first = isLast ? stop - 1 : nearest; first >= start; first--) {
      const ratio = heightRatio(aspectUpTo, first, stop, options)
      // Rows only get lower from here; a very low one is taken where a very wide photo leaves no other.
      if (ratio < lowest && best < Infinity) break
      const total = cost[first]! + rowCost(ratio, isLast)
      if (total < best) {
        best = total
        bestStart = first
      }
    }
    cost[stop] = best
    previous[stop] = bestStart
  }
  for (let stop = end; stop > start; stop = previous[stop]!) startsRow[previous[stop]!] = 1
}

/** Filling height over wished height of the row [first, stop). */
function heightRatio(aspectUpTo: Float64Array, first: number, stop: number, options: LayoutOptions): number {
  return fillingHeight(aspectUpTo[stop]! - aspectUpTo[first]!, stop - first, options) / options.rowHeightPx
}

/** `ratio`: filling height over wished height. Twice as tall costs what half as tall does. */
function rowCost(ratio: number, isLast: boolean): number {
  if (ratio <= (isLast ? tallestLast : tallest)) return ratio + 1 / ratio - 2
  if (!isLast) return Infinity
  const emptiness = 1 - 1 / ratio
  return raggedCost + emptinessCost * emptiness * emptiness
}
