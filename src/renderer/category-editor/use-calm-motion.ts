import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Aim } from './aim.ts'
import { type BandsLayout, boxAt, type PlacedBand, type TileBox } from './band-layout.ts'
import { type ContentView, scrollerOf } from './use-content-view.ts'

const flightMs = 160

interface CalmMotion {
  readonly content: HTMLElement | null
  readonly layout: BandsLayout
  readonly questionKey: string
  readonly aim: Aim
  readonly exact: RefObject<ContentView>
  readonly look: () => void
}

/**
 * When photos change places: the band at work stays where it is on screen whatever grows above it, and every photo is seen
 * going to its new place. Another question begins at the top.
 */
export function useCalmMotion({ content, layout, questionKey, aim, exact, look }: CalmMotion): void {
  const before = useRef<{ layout: BandsLayout; questionKey: string } | null>(null)
  useLayoutEffect(() => {
    const earlier = before.current
    before.current = { layout, questionKey }
    if (content === null || earlier === null || earlier.layout === layout) return
    const { topPx, heightPx } = exact.current
    const scroller = scrollerOf(content)
    if (earlier.questionKey === questionKey) {
      const downPx = grownAbove(earlier.layout, layout, aim, topPx)
      const wantedTopPx = topPx + downPx
      look()
      // The browser may have moved it already, where the content became shorter.
      scroller.scrollBy({ top: wantedTopPx - exact.current.topPx, behavior: 'instant' })
      look()
      fly(content, earlier.layout, layout, exact.current.topPx - topPx, heightPx)
    } else if (topPx > 0) {
      scroller.scrollBy({ top: -topPx, behavior: 'instant' })
      look()
    }
  }, [content, layout, questionKey, aim, exact, look])
}

function grownAbove(before: BandsLayout, now: BandsLayout, aim: Aim, topPx: number): number {
  const atTop = before.bands.findLast(({ headingTopPx }) => headingTopPx <= topPx)?.band ?? null
  const band = aim.worksIn() ?? (topPx > 0 ? atTop : null)
  const find = ({ bands }: BandsLayout): PlacedBand | undefined => bands.find((placed) => placed.band === band)
  return (find(now)?.rowsTopPx ?? 0) - (find(before)?.rowsTopPx ?? 0)
}

function fly(content: HTMLElement, before: BandsLayout, now: BandsLayout, scrolledPx: number, farPx: number): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  for (const tile of content.querySelectorAll<HTMLElement>('[data-photo]')) {
    const photoId = Number(tile.dataset['photo'])
    const from = boxOf(before, photoId)
    const to = boxOf(now, photoId)
    if (from === null || to === null) continue
    const leftPx = from.leftPx - to.leftPx
    const topPx = from.topPx - to.topPx + scrolledPx
    if ((leftPx === 0 && topPx === 0) || Math.abs(topPx) > farPx || from.widthPx !== to.widthPx) continue
    tile.animate([{ translate: `${leftPx}px ${topPx}px` }, { translate: '0 0' }], {
      duration: flightMs,
      easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
    })
  }
}

function boxOf(layout: BandsLayout, photoId: number): TileBox | null {
  const index = layout.indexOfPhoto.get(photoId)
  return index === undefined ? null : boxAt(layout, index)
}
