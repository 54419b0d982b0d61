import { fillingHeight, isRagged, markRowStarts } from './break-rows.ts'

export interface LayoutSection {
  /** Index of its first photo; sections follow each other without holes and are not empty. */
  readonly start: number
  /** Room above its first row, 0 for none. */
  readonly headerHeightPx: number
}

export interface LayoutOptions {
  /** Whole pixels, 1 … 65,535. */
  readonly widthPx: number
  /** What rows are as near to as their photos allow; whole pixels. */
  readonly rowHeightPx: number
  readonly gapPx: number
  /** Room below the last row of a section. */
  readonly sectionGapPx: number
}

/** Where everything is, in whole pixels from the top left of the content. Photo i is the i-th in display order. */
export interface JustifiedLayout {
  readonly widthPx: number
  readonly heightPx: number
  readonly photoCount: number
  readonly rowCount: number
  /** First photo of each row; one more entry at the end is `photoCount`. */
  readonly rowStart: Uint32Array
  readonly rowTop: Float64Array
  readonly rowHeight: Uint16Array
  /** Of each photo. */
  readonly left: Uint16Array
  readonly width: Uint16Array
  readonly sectionCount: number
  /** First row of each section; one more entry at the end is `rowCount`. */
  readonly sectionRow: Uint32Array
  /** Top of each section's header; one more entry at the end is `heightPx`. */
  readonly sectionTop: Float64Array
}

/** A strip narrower than this can't be hit with a pointer, and a wider one makes its row a thread: such photos are cropped. */
const narrowest = 0.35
const widest = 4.5

/**
 * Photos at their true shape in rows of equal width. `aspects` is width / height x 1000 in display order (0: unknown,
 * taken as square); `sections` begin at photo 0 and ascend. Every row fills the width exactly, but the last of a section
 * may end before the edge. 100,000 photos take 10 to 20 ms, so that a resize needs no debounce.
 */
export function layOutRows(
  aspects: Uint16Array,
  sections: readonly LayoutSection[],
  options: LayoutOptions,
): JustifiedLayout {
  const photoCount = aspects.length
  const aspectUpTo = addUpAspects(aspects)
  const startsRow = new Uint8Array(photoCount)
  const work = { cost: new Float64Array(photoCount + 1), previous: new Uint32Array(photoCount + 1) }
  for (const [s, section] of sections.entries()) {
    markRowStarts(aspectUpTo, section.start, sections[s + 1]?.start ?? photoCount, options, work, startsRow)
  }

  const rowStart = indexesOfOnes(startsRow)
  const rowCount = rowStart.length - 1
  const rowTop = new Float64Array(rowCount)
  const rowHeight = new Uint16Array(rowCount)
  const left = new Uint16Array(photoCount)
  const width = new Uint16Array(photoCount)
  const sectionRow = new Uint32Array(sections.length + 1)
  const sectionTop = new Float64Array(sections.length + 1)

  let top = 0
  let row = 0
  for (const [s, section] of sections.entries()) {
    const end = sections[s + 1]?.start ?? photoCount
    sectionRow[s] = row
    sectionTop[s] = top
    top += section.headerHeightPx
    for (; row < rowCount && rowStart[row]! < end; row++) {
      const first = rowStart[row]!
      const stop = rowStart[row + 1]!
      const filling = fillingHeight(aspectUpTo[stop]! - aspectUpTo[first]!, stop - first, options)
      const ragged = stop === end && isRagged(filling, options)
      placeRow(aspectUpTo, first, stop, ragged ? options.rowHeightPx : filling, !ragged, options, left, width)
      rowTop[row] = top
      rowHeight[row] = Math.max(1, Math.round(ragged ? options.rowHeightPx : filling))
      top += rowHeight[row]! + options.gapPx
    }
    top += options.sectionGapPx - options.gapPx
  }
  sectionRow[sections.length] = rowCount
  sectionTop[sections.length] = top
  return {
    widthPx: options.widthPx,
    heightPx: top,
    photoCount,
    rowCount,
    rowStart,
    rowTop,
    rowHeight,
    left,
    width,
    sectionCount: sections.length,
    sectionRow,
    sectionTop,
  }
}

/** Entry i is the sum of the aspects, kept within bounds, of the photos before i. */
function addUpAspects(aspects: Uint16Array): Float64Array {
  const upTo = new Float64Array(aspects.length + 1)
  for (let i = 0; i < aspects.length; i++) {
    const known = aspects[i] ?? 0
    const aspect = known === 0 ? 1 : known / 1000
    upTo[i + 1] = upTo[i]! + Math.min(widest, Math.max(narrowest, aspect))
  }
  return upTo
}

/** The indexes that hold 1, and the length at the end. */
function indexesOfOnes(marks: Uint8Array): Uint32Array {
  let count = 0
  for (const mark of marks) count += mark
  const indexes = new Uint32Array(count + 1)
  let next = 0
  for (let i = 0; i < marks.length; i++) if (marks[i] === 1) indexes[next++] = i
  indexes[count] = marks.length
  return indexes
}

/** Rounds edges and not widths, so that rounding never adds up and a filled row ends on the last pixel. */
function placeRow(
  aspectUpTo: Float64Array,
  first: number,
  stop: number,
  height: number,
  fills: boolean,
  options: LayoutOptions,
  left: Uint16Array,
  width: Uint16Array,
): void {
  for (let i = first; i < stop; i++) {
    const gapsBefore = (i - first) * options.gapPx
    const from = Math.round((aspectUpTo[i]! - aspectUpTo[first]!) * height) + gapsBefore
    const to = Math.round((aspectUpTo[i + 1]! - aspectUpTo[first]!) * height) + gapsBefore
    left[i] = Math.min(from, options.widthPx - 1)
    width[i] = Math.max(1, (fills && i === stop - 1 ? options.widthPx : Math.min(to, options.widthPx)) - left[i]!)
  }
}
