import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { PhotoColumns } from '../photos/decode-photo-list.ts'
import { useSelection } from '../state/selection-store.ts'

interface KeyboardMoves {
  /** Puts the keyboard on a photo of the list, by index, and shows it. */
  readonly moveTo: (photo: number, extend: boolean) => void
  /** Gives the tile of a photo the keyboard where it is. */
  readonly focusTile: (photoId: number) => void
}

/**
 * Keeps keyboard and selection sensible when the list changes: a photo that left takes its mark with it and hands the
 * keyboard to the one that took its place; one that only moved keeps it; another question begins with nothing selected.
 */
export function useKeepFocus(
  columns: PhotoColumns,
  questionKey: string,
  content: RefObject<HTMLElement | null>,
  { moveTo, focusTile }: KeyboardMoves,
): void {
  const before = useRef({ columns, questionKey })
  useLayoutEffect(() => {
    const earlier = before.current
    before.current = { columns, questionKey }
    if (earlier.columns === columns) return
    const { focusedId, selected, focus, select } = useSelection.getState()
    if (earlier.questionKey !== questionKey) {
      useSelection.setState({ selected: new Set(), anchorId: null, focusedId: null })
      return
    }
    if (selected.size > 0) {
      const there = new Set(columns.ids)
      const kept = [...selected].filter((photoId) => there.has(photoId))
      if (kept.length < selected.size) select(kept)
    }
    if (focusedId === null) return
    // The tile that had the keyboard is gone from the page by now, and the browser has given it to the page.
    const isWithPage = document.activeElement === document.body
    if (columns.ids.includes(focusedId)) {
      // In another row it is another element.
      if (isWithPage) focusTile(focusedId)
      return
    }
    const place = Math.min(earlier.columns.ids.indexOf(focusedId), columns.total - 1)
    const successor = columns.ids[place]
    const lostFocus = isWithPage || content.current?.contains(document.activeElement) === true
    if (successor === undefined || !lostFocus) focus(successor ?? null)
    else moveTo(place, false)
  }, [columns, questionKey, content, moveTo, focusTile])
}
