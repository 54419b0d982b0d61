import { focusPhotos } from './focus-photos.ts'

/**
 * Remembers what has the keyboard, to give it back later: to the same element, or the tile that shows the same photo by
 * then, or the photos as a whole.
 */
export function rememberFocus(): () => void {
  const before = document.activeElement instanceof HTMLElement ? document.activeElement : null
  const photoId = before?.dataset['photo']
  return () => {
    const tile = photoId === undefined ? null : document.querySelector<HTMLElement>(`[data-photo="${photoId}"]`)
    const target = before?.isConnected === true && before !== document.body ? before : tile
    if (target === null) focusPhotos()
    else target.focus({ preventScroll: true })
  }
}
