import { useEffect, useEffectEvent } from 'react'
import { useSelection } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import { extendSelection } from './extend-selection.ts'

/** The select circle with room around it, from the tile's top left corner. */
const circleReachPx = 34

/**
 * What a click does. On a photo it opens it, as in every photo app; on the select circle, with Ctrl or Command, or while
 * anything is selected it selects instead, and with Shift everything from the last one on. Between photos it lets go of
 * the selection, as in file managers.
 */
export function useGridClicks(scroller: HTMLElement | null, ids: Uint32Array): void {
  const onClick = useEffectEvent((event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('button') !== null) return
    const tile = event.target.closest('[data-photo]')
    if (tile !== null) clickTile(event, tile, ids)
    else if (useSelection.getState().selected.size > 0) useSelection.getState().clear()
  })
  useEffect(() => {
    if (scroller === null) return
    const listener = (event: MouseEvent): void => onClick(event)
    scroller.addEventListener('click', listener)
    return () => scroller.removeEventListener('click', listener)
  }, [scroller])
}

function clickTile(event: MouseEvent, tile: Element, ids: Uint32Array): void {
  const photoId = Number(tile.getAttribute('data-photo'))
  const { selected, anchorId, toggle, select, focus } = useSelection.getState()
  const corner = tile.getBoundingClientRect()
  const onCircle = event.clientX - corner.left < circleReachPx && event.clientY - corner.top < circleReachPx
  const anchor = anchorId === null ? -1 : ids.indexOf(anchorId)
  focus(photoId)
  if (event.shiftKey && anchor !== -1) select(extendSelection(selected, ids, anchor, anchor, ids.indexOf(photoId)))
  else if (onCircle || event.ctrlKey || event.metaKey || event.shiftKey || selected.size > 0) toggle(photoId)
  else useView.getState().openPhoto(photoId)
}
