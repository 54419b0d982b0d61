import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { useSelection } from '../state/selection-store.ts'
import type { Aim } from './aim.ts'
import { bandAt, type BandsLayout } from './band-layout.ts'

/**
 * The keyboard among the tiles. The function returned gives one the keyboard, at once or as soon as it is on the page. A
 * tile that goes to another band is another element there; the keyboard stays on its photo.
 */
export function useTileFocus(content: HTMLElement | null, layout: BandsLayout, aim: Aim): (photoId: number) => void {
  const wish = useRef<number | null>(null)
  const isHere = useRef(false)

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
    const onLeave = (event: Event): void => {
      if (event.target instanceof Node && content.contains(event.target)) return
      isHere.current = false
      aim.focus(null)
    }
    // A tile taken off the page loses the keyboard without a word; whoever leaves goes somewhere else.
    content.addEventListener('focusin', onFocusIn)
    document.addEventListener('focusin', onLeave)
    document.addEventListener('pointerdown', onLeave)
    return () => {
      content.removeEventListener('focusin', onFocusIn)
      document.removeEventListener('focusin', onLeave)
      document.removeEventListener('pointerdown', onLeave)
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
    const { focusedId } = useSelection.getState()
    if (wish.current !== null) give(wish.current)
    else if (isHere.current && focusedId !== null && document.activeElement === document.body) give(focusedId)
  })
  return (photoId) => {
    wish.current = photoId
    give(photoId)
  }
}
