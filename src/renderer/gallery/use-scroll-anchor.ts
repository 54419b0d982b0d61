import { useLayoutEffect, useRef } from 'react'
import { anchorsAt, scrollTopForAnchor } from '../../core/layout/scroll-anchor.ts'
import { useSelection } from '../state/selection-store.ts'
import type { GalleryLayout } from './use-gallery-layout.ts'
import type { ScrollView } from './use-viewport.ts'

/**
 * Keeps what is on screen where it is when photos arrive, leave or change size: the photo with the keyboard, or else the
 * first visible one that is still there, stays at its height. At the very top the newest stay in view; another question begins at the top.
 */
export function useScrollAnchor(
  { scroller, topPx, look }: Pick<ScrollView, 'scroller' | 'topPx' | 'look'>,
  layout: GalleryLayout,
  questionKey: string,
): void {
  const before = useRef<{ layout: GalleryLayout; questionKey: string } | null>(null)
  useLayoutEffect(() => {
    const earlier = before.current
    before.current = { layout, questionKey }
    if (scroller === null || earlier === null || earlier.layout === layout) return
    const top = earlier.questionKey === questionKey ? anchoredTop(earlier.layout, layout, topPx.current, scroller) : 0
    scroller.scrollTo(0, top)
    look()
  }, [scroller, topPx, layout, questionKey, look])
}

function anchoredTop(before: GalleryLayout, now: GalleryLayout, topPx: number, scroller: HTMLElement): number {
  if (topPx === 0 || now.columns.total === 0) return 0
  const { focusedId } = useSelection.getState()
  const onScreen = anchorsAt(before.rows, topPx, scroller.clientHeight)
  const focused = onScreen.find(({ photo }) => before.columns.ids[photo] === focusedId)
  for (const anchor of focused === undefined ? onScreen : [focused, ...onScreen]) {
    const index = now.columns.ids.indexOf(before.columns.ids[anchor.photo]!)
    // Where the photo with the keyboard left the list, by an answer say, the one that takes its place comes where it was.
    const successor = anchor === focused ? Math.min(anchor.photo, now.columns.total - 1) : -1
    const photo = index === -1 ? successor : index
    if (photo !== -1) return scrollTopForAnchor(now.rows, { ...anchor, photo }, scroller.clientHeight)
  }
  return topPx
}
