/** A year beside the scrubber's track. */
export interface YearMark {
  readonly year: number
  /** From the top of the track. */
  readonly yPx: number
}

interface Scrollable {
  readonly contentHeightPx: number
  readonly viewportHeightPx: number
  readonly trackHeightPx: number
}

function scrollRange(of: Scrollable): number {
  return Math.max(0, of.contentHeightPx - of.viewportHeightPx)
}

/** Where the scrubber stands for a scroll position: dragging it by the track's height is scrolling from end to end. */
export function trackPosition(scrollTopPx: number, of: Scrollable): number {
  const range = scrollRange(of)
  return range === 0 ? 0 : Math.min(1, Math.max(0, scrollTopPx / range)) * of.trackHeightPx
}

/** The scroll position for a place on the track, which may be beyond its ends. */
export function scrollPosition(yPx: number, of: Scrollable): number {
  if (of.trackHeightPx <= 0) return 0
  return Math.min(1, Math.max(0, yPx / of.trackHeightPx)) * scrollRange(of)
}

/**
 * Years where they begin on the track, so few that they stand `spacingPx` apart. The first and the last year win over
 * those between, because they say how far the photos reach. `sections` in display order.
 */
export function yearMarks(
  sections: readonly { readonly topPx: number; readonly year: number }[],
  spacingPx: number,
  of: Scrollable,
): readonly YearMark[] {
  const starts = sections
    .filter((section, i) => section.year !== sections[i - 1]?.year)
    .map(({ topPx, year }) => ({ year, yPx: trackPosition(topPx, of) }))
  const last = starts.at(-1)
  const kept: YearMark[] = []
  for (const mark of starts) {
    const roomAbove = kept.length === 0 || mark.yPx - kept.at(-1)!.yPx >= spacingPx
    const roomBelow = mark === last || kept.length === 0 || last === undefined || last.yPx - mark.yPx >= spacingPx
    if (roomAbove && roomBelow) kept.push(mark)
  }
  return kept
}
