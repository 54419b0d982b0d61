import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef, useState } from 'react'

interface RovingRows {
  readonly rows: Virtualizer<HTMLDivElement, HTMLElement>
  /** The one row that Tab leads to. */
  readonly tabStop: number
  readonly setTabStop: (index: number) => void
  /** Gives the keyboard to a row, also to one far out of sight. */
  readonly goTo: (index: number) => void
}

/**
 * A long list of which only what is in sight is on the page, and one row takes the keyboard: the element in row `data-index`
 * that is marked `data-roving`.
 */
export function useRovingRows(
  count: number,
  rowHeightPx: number,
  scroller: RefObject<HTMLDivElement | null>,
): RovingRows {
  const [wanted, setTabStop] = useState(0)
  // The list may have become shorter under it.
  const tabStop = Math.max(0, Math.min(wanted, count - 1))
  const goes = useRef(false)
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which it is incompatible with, is not used
  const rows = useVirtualizer<HTMLDivElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
    // Where the keyboard is stays on the page, or scrolling would lose it.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return count === 0 || shown.includes(tabStop) ? shown : [...shown, tabStop].toSorted((a, b) => a - b)
    },
  })
  const focusRow = (index: number): void =>
    scroller.current
      ?.querySelector<HTMLElement>(`[data-index="${index}"][data-roving], [data-index="${index}"] [data-roving]`)
      ?.focus()
  useEffect(() => {
    if (!goes.current) return
    goes.current = false
    focusRow(tabStop)
  })
  return {
    rows,
    tabStop,
    setTabStop,
    goTo: (index) => {
      if (index === tabStop) {
        focusRow(index)
        return
      }
      goes.current = true
      setTabStop(index)
    },
  }
}
