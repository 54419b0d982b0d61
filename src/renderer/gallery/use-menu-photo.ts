import { useEffect } from 'react'
import { useSelection } from '../state/selection-store.ts'

/**
 * What a context menu among photos is about: the photo it is opened on, and the others only if they were selected with it.
 * Between photos none opens. For the element around the photos that the menu belongs to.
 */
export function useMenuPhoto(area: HTMLElement | null): void {
  useEffect(() => {
    if (area === null) return
    area.addEventListener('contextmenu', onMenu)
    return () => area.removeEventListener('contextmenu', onMenu)
  }, [area])
}

function onMenu(event: MouseEvent): void {
  const tile = event.target instanceof Element ? event.target.closest('[data-photo]') : null
  const photoId = Number(tile?.getAttribute('data-photo') ?? 0)
  if (photoId === 0) {
    event.preventDefault()
    event.stopPropagation()
    return
  }
  const { selected, clear, focus } = useSelection.getState()
  if (!selected.has(photoId)) clear()
  focus(photoId)
}
