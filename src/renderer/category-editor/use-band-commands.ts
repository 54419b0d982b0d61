import { useRef } from 'react'
import type { Verdict } from '../../contract/primitives.ts'
import { middleOfPhoto, type GridMove } from '../../core/layout/move-in-grid.ts'
import { extendSelection } from '../gallery/extend-selection.ts'
import { categoryOf } from '../state/current-category.ts'
import { type CommandHandler, useCommands } from '../state/commands.ts'
import { targetIds, useSelection } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import { bandAt, type BandsLayout, boxAt, headingPx, moveInBands, photoAt } from './band-layout.ts'
import { bandOrder } from './bands.ts'
import { nextAfter } from './next-after.ts'
import { scrollerOf, type ContentView } from './use-content-view.ts'
import { unansweredAbove } from './unanswered-above.ts'

interface BandCommandsInput {
  readonly layout: BandsLayout
  readonly content: HTMLElement | null
  readonly view: ContentView
  /** The category in the editor, null for one that is not stored yet. */
  readonly categoryId: number | null
  readonly focusTile: (photoId: number) => void
  readonly onAnswer: (photoIds: readonly number[], verdict: Verdict) => void
}

interface BandCommands {
  readonly moveTo: (index: number) => void
}

/** What keys do among the bands: walking through all three as one, selecting, answering. */
export function useBandCommands(input: BandCommandsInput): BandCommands {
  const { layout, content, view, categoryId, focusTile, onAnswer } = input
  const columnXPx = useRef<number | null>(null)
  const indexOf = (photoId: number | null): number => layout.indexOfPhoto.get(photoId ?? -1) ?? -1

  const moveTo = (index: number): void => {
    const photoId = photoAt(layout, index)
    if (photoId === undefined) return
    useSelection.getState().focus(photoId)
    if (content !== null) reveal(content, layout, index)
    focusTile(photoId)
  }
  const idsOf = (from: number, stop: number): Uint32Array =>
    Uint32Array.from({ length: Math.max(0, stop - from) }, (_, i) => photoAt(layout, from + i) ?? 0)

  const usable = (): boolean => layout.photoCount > 0 && useView.getState().openPhotoId === null
  const move = (by: GridMove): CommandHandler => ({
    available: usable,
    run: ({ extend }) => {
      const { focusedId, anchorId, selected, select } = useSelection.getState()
      const focused = indexOf(focusedId)
      const from = Math.max(0, focused)
      const { rows, first } = bandAt(layout, from)
      const isVertical = by === 'up' || by === 'down' || by === 'page-up' || by === 'page-down'
      const column = (isVertical ? columnXPx.current : null) ?? middleOfPhoto(rows, from - first)
      columnXPx.current = isVertical ? column : null
      // The first key only shows where the keyboard is.
      const isBeginning = focused === -1 && by !== 'first' && by !== 'last'
      const pageHeightPx = view.heightPx - headingPx * bandOrder.length
      const to = isBeginning ? from : moveInBands(layout, from, by, { columnXPx: column, pageHeightPx })
      if (extend) {
        const anchor = indexOf(anchorId)
        const start = anchor === -1 ? from : anchor
        select(extendSelection(selected, idsOf(0, layout.photoCount), start, from, to), photoAt(layout, start) ?? null)
      } else useSelection.setState({ anchorId: photoAt(layout, to) ?? null })
      moveTo(to)
    },
  })

  const targets = (): readonly number[] =>
    targetIds(useSelection.getState()).filter((photoId) => layout.indexOfPhoto.has(photoId))
  const give = (photoIds: readonly number[], verdict: Verdict): void => {
    const { focusedId, clear } = useSelection.getState()
    const next = nextAfter(layout, new Set(photoIds), indexOf(focusedId ?? photoIds.at(-1) ?? null))
    clear()
    onAnswer(photoIds, verdict)
    if (next === undefined) return
    useSelection.getState().focus(next)
    focusTile(next)
  }
  const say = (verdict: Verdict): CommandHandler => ({
    available: () => usable() && targets().length > 0,
    run: () => give(targets(), verdict),
  })
  const above = (): readonly number[] => unansweredAbove(layout, useSelection.getState().focusedId)

  useCommands({
    left: move('left'),
    right: move('right'),
    up: move('up'),
    down: move('down'),
    'page-up': move('page-up'),
    'page-down': move('page-down'),
    first: move('first'),
    last: move('last'),
    toggle: {
      available: usable,
      run: () => {
        const { focusedId, toggle } = useSelection.getState()
        if (indexOf(focusedId) === -1) moveTo(0)
        else if (focusedId !== null) toggle(focusedId)
      },
    },
    'select-all': {
      available: usable,
      run: () => {
        const { first, photos } = bandAt(layout, Math.max(0, indexOf(useSelection.getState().focusedId)))
        useSelection.getState().select(photos.ids, photoAt(layout, first) ?? null)
      },
    },
    open: {
      // The viewer answers for the category one is in; opened from the editor of another it would mislead.
      available: () => {
        const { place, narrowing } = useView.getState()
        const current = categoryOf(place, narrowing)
        return usable() && targets().length > 0 && (current === null || current === categoryId)
      },
      run: () => useView.getState().openPhoto(useSelection.getState().focusedId),
    },
    'say-yes': say('yes'),
    'say-no': say('no'),
    'say-undecided': say('undecided'),
    'say-yes-above': {
      available: () => usable() && above().length > 0,
      run: () => {
        // One below it is what comes next.
        const last = indexOf(useSelection.getState().focusedId)
        const { first, photos } = bandAt(layout, last)
        const next = photos.ids[last - first + 1]
        useSelection.getState().clear()
        onAnswer(above(), 'yes')
        if (next === undefined) return
        useSelection.getState().focus(next)
        focusTile(next)
      },
    },
  })
  return { moveTo }
}

/** Scrolls no further than it must; the headings at both edges must not lie over the photo. */
function reveal(content: HTMLElement, layout: BandsLayout, index: number): void {
  const { topPx, heightPx } = boxAt(layout, index)
  const headingsAbove = layout.bands.indexOf(bandAt(layout, index)) + 1
  const scroller = scrollerOf(content)
  const frame = scroller.getBoundingClientRect()
  const onScreenPx = content.getBoundingClientRect().top + topPx - frame.top
  const highestPx = headingsAbove * headingPx + 8
  const lowestPx = frame.height - (bandOrder.length - headingsAbove) * headingPx - 8 - heightPx
  if (onScreenPx > lowestPx) scroller.scrollBy({ top: Math.max(onScreenPx - lowestPx, 0), behavior: 'instant' })
  else if (onScreenPx < highestPx) scroller.scrollBy({ top: onScreenPx - highestPx, behavior: 'instant' })
}
