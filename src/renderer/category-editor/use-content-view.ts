import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** The part of some content that is on screen, in pixels of the content: `topPx` is negative where it begins below the top edge. */
export interface ContentView {
  readonly topPx: number
  readonly heightPx: number
  readonly widthPx: number
}

/** Re-rendering at every pixel would be waste: what is kept beyond the edges covers such a step. */
const stepPx = 60

const notSeen: ContentView = { topPx: 0, heightPx: 0, widthPx: 0 }

interface Watched {
  readonly content: HTMLElement | null
  readonly attach: (content: HTMLElement | null) => void
  readonly view: ContentView
  /** The same to the pixel, as it was at the last event. */
  readonly exact: RefObject<ContentView>
  /** Reads it again at once, after a scroll position was set. */
  readonly look: () => void
}

/** Follows which part of an element its scroller shows, whichever element around it that is at this window size. */
export function useContentView(): Watched {
  const [content, attach] = useState<HTMLElement | null>(null)
  const exact = useRef<ContentView>(notSeen)
  const [view, setView] = useState<ContentView>(notSeen)
  const look = useCallback(() => {
    if (content === null) return
    const { top, height } = scrollerOf(content).getBoundingClientRect()
    const now = {
      topPx: top - content.getBoundingClientRect().top,
      heightPx: height,
      widthPx: Math.max(1, Math.floor(content.clientWidth)),
    }
    exact.current = now
    setView((before) => {
      const near = Math.abs(before.topPx - now.topPx) < stepPx
      return near && before.heightPx === now.heightPx && before.widthPx === now.widthPx ? before : now
    })
  }, [content])
  useEffect(() => {
    if (content === null) return
    const observer = new ResizeObserver(look)
    observer.observe(content)
    observer.observe(scrollerOf(content))
    // Scrolling does not bubble, but every ancestor can catch it on its way down.
    document.addEventListener('scroll', look, { capture: true, passive: true })
    return () => {
      observer.disconnect()
      document.removeEventListener('scroll', look, { capture: true })
    }
  }, [content, look])
  return { content, attach, view, exact, look }
}

/** The nearest element around it that scrolls. */
export function scrollerOf(content: HTMLElement): HTMLElement {
  for (let element = content.parentElement; element !== null; element = element.parentElement) {
    const { overflowY } = getComputedStyle(element)
    if (overflowY === 'auto' || overflowY === 'scroll') return element
  }
  return document.documentElement
}
