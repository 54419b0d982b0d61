import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

export interface Viewport {
  readonly topPx: number
  readonly widthPx: number
  readonly heightPx: number
  /** Moving so fast that no photo could be seen: nothing new is loaded. */
  readonly flinging: boolean
}

export interface ScrollView {
  readonly scroller: HTMLElement | null
  /** The `ref` of the scroller. */
  readonly attach: (element: HTMLElement | null) => void
  readonly viewport: Viewport
  /**
   * The exact scroll position at the last scroll event. To be read instead of the element's own: that would lay the
   * page out once more in the middle of a frame, or, after shorter content came, be cut off already.
   */
  readonly topPx: RefObject<number>
  /** Reads the viewport again at once, after a scroll position was set. */
  readonly look: () => void
}

/** Re-rendering at every pixel would be waste: the rows kept beyond the edges cover such a step. */
const stepPx = 48
const flingPxPerMs = 6
const settleMs = 90

/**
 * What part of its content a scroller shows. Renders before the frame is painted, so that rows are there when they come
 * into view.
 */
export function useViewport(): ScrollView {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const scrollTopPx = useRef(0)
  const [viewport, setViewport] = useState<Viewport>({ topPx: 0, widthPx: 0, heightPx: 0, flinging: false })

  const look = useCallback(() => {
    if (scroller === null) return
    scrollTopPx.current = scroller.scrollTop
    setViewport((before) => measured(scroller, before))
  }, [scroller])

  const attach = useCallback((element: HTMLElement | null) => {
    setScroller(element)
    if (element !== null) setViewport((before) => measured(element, before))
  }, [])

  useEffect(() => {
    if (scroller === null) return
    const resizes = new ResizeObserver(look)
    resizes.observe(scroller)

    let shownTop = scroller.scrollTop
    let lastTop = shownTop
    let lastMs = performance.now()
    let settle: ReturnType<typeof setTimeout> | undefined
    const onScroll = (): void => {
      const topPx = scroller.scrollTop
      scrollTopPx.current = topPx
      const nowMs = performance.now()
      const flinging = Math.abs(topPx - lastTop) / Math.max(1, nowMs - lastMs) > flingPxPerMs
      lastTop = topPx
      lastMs = nowMs
      clearTimeout(settle)
      settle = setTimeout(() => {
        shownTop = scrollTopPx.current
        setViewport((before) => ({ ...before, topPx: shownTop, flinging: false }))
      }, settleMs)
      if (Math.abs(topPx - shownTop) < stepPx) return
      shownTop = topPx
      flushSync(() => setViewport((before) => ({ ...before, topPx, flinging })))
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      resizes.disconnect()
      scroller.removeEventListener('scroll', onScroll)
      clearTimeout(settle)
    }
  }, [scroller, look])

  return { scroller, attach, viewport, topPx: scrollTopPx, look }
}

function measured(scroller: HTMLElement, before: Viewport): Viewport {
  const { scrollTop: topPx, clientWidth: widthPx, clientHeight: heightPx } = scroller
  const same = topPx === before.topPx && widthPx === before.widthPx && heightPx === before.heightPx
  return same ? before : { ...before, topPx, widthPx, heightPx }
}
