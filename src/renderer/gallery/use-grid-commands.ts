import { useRef } from 'react'
import { rowOfPhoto, rowsBetween, sectionAt, sectionOfRow } from '../../core/layout/find-row.ts'
import { type GridMove, middleOfPhoto, moveInGrid } from '../../core/layout/move-in-grid.ts'
import { scrollTopToShow } from '../../core/layout/scroll-anchor.ts'
import { type CommandHandler, useCommands } from '../state/commands.ts'
import { useSelection } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import { extendSelection } from './extend-selection.ts'
import { monthHeaderPx } from './gallery-sections.ts'
import { selectSection } from './select-section.ts'
import type { GalleryLayout } from './use-gallery-layout.ts'

interface GridCommands {
  /** Shows a photo of the list, by index, moving no further than it must. */
  readonly reveal: (photo: number) => void
  /** Puts the keyboard on a photo; `extend` takes the selection along. */
  readonly moveTo: (photo: number, extend: boolean) => void
}

/** What keys do in the grid: moving, selecting, opening. `focusTile` gives a photo's tile the keyboard once it is there. */
export function useGridCommands(
  layout: GalleryLayout,
  scroller: HTMLElement | null,
  focusTile: (photoId: number) => void,
): GridCommands {
  const { rows, columns } = layout
  const columnXPx = useRef<number | null>(null)
  const pagePx = scroller?.clientHeight ?? 0

  const indexOf = (photoId: number | null): number => (photoId === null ? -1 : columns.ids.indexOf(photoId))

  /** Where the keyboard is, or would begin: at the first photo on screen. */
  const current = (): number => {
    const focused = indexOf(useSelection.getState().focusedId)
    if (focused !== -1) return focused
    const topPx = scroller?.scrollTop ?? 0
    return rows.rowStart[rowsBetween(rows, topPx, topPx + pagePx)[0]] ?? 0
  }

  const reveal = (photo: number): void => {
    if (scroller === null) return
    scroller.scrollTo(0, scrollTopToShow(rows, photo, scroller.scrollTop, pagePx, monthHeaderPx))
  }

  const moveTo = (photo: number, extend: boolean): void => {
    const photoId = columns.ids[photo]
    if (photoId === undefined) return
    const { selected, anchorId, focusedId, select, focus } = useSelection.getState()
    const from = indexOf(focusedId)
    const anchor = indexOf(anchorId)
    if (extend) {
      const start = anchor === -1 ? Math.max(0, from) : anchor
      select(extendSelection(selected, columns.ids, start, from === -1 ? start : from, photo), columns.ids[start]!)
    }
    focus(photoId)
    reveal(photo)
    focusTile(photoId)
  }

  const inGrid = (): boolean => columns.total > 0 && useView.getState().openPhotoId === null

  const move = (by: GridMove): CommandHandler => ({
    available: inGrid,
    run: ({ extend }) => {
      const from = current()
      const isVertical = by === 'up' || by === 'down' || by === 'page-up' || by === 'page-down'
      const column = (isVertical ? columnXPx.current : null) ?? middleOfPhoto(rows, from)
      columnXPx.current = isVertical ? column : null
      // The first key only shows where the keyboard is.
      const isBeginning = useSelection.getState().focusedId === null && by !== 'first' && by !== 'last'
      const to = isBeginning
        ? from
        : moveInGrid(rows, from, by, { columnXPx: column, pageHeightPx: pagePx - monthHeaderPx })
      if (!extend) useSelection.setState({ anchorId: columns.ids[to]! })
      moveTo(to, extend)
    },
  })

  useCommands({
    left: move('left'),
    right: move('right'),
    up: move('up'),
    down: move('down'),
    'page-up': move('page-up'),
    'page-down': move('page-down'),
    first: move('first'),
    last: move('last'),
    open: { available: inGrid, run: () => useView.getState().openPhoto(columns.ids[current()]!) },
    toggle: { available: inGrid, run: () => useSelection.getState().toggle(columns.ids[current()]!) },
    'select-all': { available: inGrid, run: () => useSelection.getState().select(columns.ids, columns.ids[0]!) },
    'select-section': {
      available: inGrid,
      run: () => {
        const focused = indexOf(useSelection.getState().focusedId)
        const section =
          focused === -1 ? sectionAt(rows, scroller?.scrollTop ?? 0) : sectionOfRow(rows, rowOfPhoto(rows, focused))
        selectSection(layout, section)
      },
    },
  })

  return { reveal, moveTo }
}
