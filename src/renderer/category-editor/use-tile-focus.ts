import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { useSelection } from '../state/selection-store.ts'
import type { Aim } from './aim.ts'
import { bandAt, type BandsLayout } from './band-layout.ts'
import { cursorAfter } from './cursor-after.ts'

/**
 * The keyboard among the tiles. The function returned gives one the keyboard, at once or as soon as it is on the page.
 * Where learning takes the photo with the keyboard to another band, the keyboard stays where it was, on the photo that
 * takes its place.
 */
export function useTileFocus(content: HTMLElement | null, layout: BandsLayout, aim: Aim): (photoId: number) => void {
  const wish = useRef<number | null>(null)
  const isHere = useRef(false)
  const before = useRef(layout)

  const onFocus = useEffectEvent((event: FocusEvent) => {
    const tile = event.target instanceof Element ? event.target.closest('[data-photo]') : null
    const photoId = Number(tile?.getAttribute('data-photo') ?? 0)
    isHere.current = photoId > 0
    const index = layout.indexOfPhoto.get(photoId)
    aim.focus(index === undefined ? null : bandAt(layout, index).band)
    if (photoId > 0 && photoId !== useSelection.getState().focusedId) useSelection.getState().focus(photoId)
  })
  useEffect(() => {
    if (content === null) return
    const onFocusIn = (event: FocusEvent): void => onFocus(event)
    const onElsewhere = (event: Event): void => {
      if (event.target instanceof Node && content.contains(event.target)) return
      isHere.current = false
      aim.focus(null)
    }
    // A tile taken off the page loses the keyboard without a word; whoever leaves goes somewhere else.
    content.addEventListener('focusin', onFocusIn)
    document.addEventListener('focusin', onElsewhere)
    document.addEventListener('pointerdown', onElsewhere)
    return () => {
      content.removeEventListener('focusin', onFocusIn)
      document.removeEventListener('focusin', onElsewhere)
      document.removeEventListener('pointerdown', onElsewhere)
    }
  }, [content, aim])

  const give = (photoId: number): void => {
    const tile = content?.querySelector<HTMLElement>(`[data-photo="${photoId}"]`)
    if (tile === null || tile === undefined) return
    wish.current = null
    tile.focus({ preventScroll: true })
  }
  // After every render: the tile may come with any of them.
  useLayoutEffect(() => {
    const earlier = before.current
    before.current = layout
    const { focusedId, focus } = useSelection.getState()
    if (isHere.current && focusedId !== null && earlier !== layout) {
      const photoId = cursorAfter(earlier, layout, wish.current ?? focusedId)
      if (photoId !== undefined) {
        focus(photoId)
        wish.current = photoId
      }
    }
    if (wish.current !== null) give(wish.current)
  })
  return (photoId) => {
    wish.current = photoId
    isHere.current = true
    give(photoId)
  }
}
