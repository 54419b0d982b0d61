import { useEffect, useLayoutEffect, useRef } from 'react'
import { anchorsAt, scrollTopForAnchor } from '../../core/layout/scroll-anchor.ts'
import type { GalleryLayout } from './use-gallery-layout.ts'

/**
 * Keeps what is on screen where it is when photos arrive, leave or change size: the first visible photo that is still
 * there stays at its height. At the very top the newest stay in view; another question begins at the top. `look` is
 * called after the scroll position was set.
 */
export function useScrollAnchor(
  scroller: HTMLElement | null,
  layout: GalleryLayout,
  questionKey: string,
  look: () => void,
): void {
  const before = useRef<{ layout: GalleryLayout; questionKey: string } | null>(null)
  // Once shorter content is on the page the browser has cut the scroll position off; this is where it was.
  const topPx = useRef(0)

  useEffect(() => {
    if (scroller === null) return
    const onScroll = (): void => {
      topPx.current = scroller.scrollTop
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => scroller.removeEventListener('scroll', onScroll)
  }, [scroller])

  useLayoutEffect(() => {
    const earlier = before.current
    before.current = { layout, questionKey }
    if (scroller === null || earlier === null || earlier.layout === layout) return
    const top = earlier.questionKey === questionKey ? anchoredTop(earlier.layout, layout, topPx.current, scroller) : 0
    scroller.scrollTo(0, top)
    topPx.current = top
    look()
  }, [scroller, layout, questionKey, look])
}

function anchoredTop(before: GalleryLayout, now: GalleryLayout, topPx: number, scroller: HTMLElement): number {
  if (topPx === 0) return 0
  for (const { photo, offsetPx } of anchorsAt(before.rows, topPx, scroller.clientHeight)) {
    const index = now.columns.ids.indexOf(before.columns.ids[photo]!)
    if (index !== -1) return scrollTopForAnchor(now.rows, index, offsetPx, scroller.clientHeight)
  }
  return topPx
}
