import { focusPhotos } from './focus-photos.ts'
import { useView } from './view-store.ts'
import type { Place } from './view.ts'

type SidePage = Extract<Place, { readonly kind: 'models' | 'hardware' }>

/** Frames until the photos of the place before are drawn again, or somebody else took the keyboard. */
const mostFrames = 60

// Outside React: only Esc asks for it, nothing is drawn by it.
let before: Place = { kind: 'all' }
let trigger: Element | null = null

/** Whether a page about Winnow itself is shown. */
export function onSidePage(place: Place = useView.getState().place): place is SidePage {
  return place.kind === 'models' || place.kind === 'hardware'
}

/** Goes to a page about Winnow itself, from which Esc leads back to where the person was. */
export function openSidePage(page: SidePage): void {
  const { place, go } = useView.getState()
  if (!onSidePage(place)) {
    before = place
    trigger = document.activeElement
  }
  go(page)
}

/** Back to the place before, with the keyboard on what had it then, or else on the photos. */
export function leaveSidePage(): void {
  useView.getState().go(before)
  // The page that is left may still hold the keyboard until it is taken away.
  requestAnimationFrame(() => giveFocus(mostFrames))
}

function giveFocus(framesLeft: number): void {
  const current = document.activeElement
  if (current !== null && current !== document.body) return
  if (trigger instanceof HTMLElement && trigger.isConnected && trigger !== document.body) trigger.focus()
  else if (!focusPhotos() && framesLeft > 0) requestAnimationFrame(() => giveFocus(framesLeft - 1))
}
