/** As in theme.css: long enough to see where it went. */
const flightMs = 150
const easing = 'cubic-bezier(0.2, 0.7, 0.2, 1)'

function wantsStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** The tile of a photo in the gallery, if it is on the page. */
export function tileOf(photoId: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-keys="photos"] [data-photo="${photoId}"]`)
}

/**
 * Lets a picture grow out of its tile (`open`) or shrink back into it (`close`), while what is behind it fades. Resolves
 * when it has arrived; at once where the person wants no motion, or the tile is not there to fly from or to.
 */
export async function fly(
  direction: 'open' | 'close',
  picture: HTMLElement,
  backdrop: HTMLElement,
  tile: HTMLElement | null,
): Promise<void> {
  if (wantsStillness()) return
  const options: KeyframeAnimationOptions = {
    duration: flightMs,
    easing,
    fill: 'both',
    direction: direction === 'open' ? 'normal' : 'reverse',
  }
  const flights = [backdrop.animate([{ opacity: 0 }, { opacity: 1 }], options)]
  if (tile !== null)
    flights.push(picture.animate([{ transform: placeOver(tile, picture) }, { transform: 'none' }], options))
  else if (direction === 'close') flights.push(picture.animate([{ opacity: 0 }, { opacity: 1 }], options))
  await Promise.allSettled(flights.map((flight) => flight.finished))
  // What has arrived is placed by its own styles again, or a resize would leave it behind.
  if (direction === 'open') for (const flight of flights) flight.cancel()
}

function placeOver(tile: HTMLElement, picture: HTMLElement): string {
  const from = tile.getBoundingClientRect()
  const to = picture.getBoundingClientRect()
  const x = from.left + from.width / 2 - (to.left + to.width / 2)
  const y = from.top + from.height / 2 - (to.top + to.height / 2)
  return `translate(${x}px, ${y}px) scale(${from.width / to.width}, ${from.height / to.height})`
}
