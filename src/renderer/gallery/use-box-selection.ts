import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { type Box, photosInBox } from '../../core/layout/hit-test.ts'
import { useSelection } from '../state/selection-store.ts'
import type { GalleryLayout } from './use-gallery-layout.ts'

/** Less is a click with an unsteady hand. */
const slackPx = 5
const edgePx = 56
const fastestPxPerFrame = 28

interface Drag {
  readonly pointerId: number
  /** Where it began, in pixels of the content. */
  readonly fromX: number
  readonly fromY: number
  /** Kept selected whatever the box does: Ctrl, Command or Shift was held. */
  readonly base: ReadonlySet<number>
  clientX: number
  clientY: number
  moving: boolean
}

/** Selecting by dragging a box, from empty space or from a photo; near an edge the content scrolls along. Returns the box. */
export function useBoxSelection(
  scroller: HTMLElement | null,
  content: RefObject<HTMLElement | null>,
  layout: GalleryLayout,
): Box | null {
  const [box, setBox] = useState<Box | null>(null)

  const drawTo = useEffectEvent((drag: Drag) => {
    const origin = content.current?.getBoundingClientRect()
    if (origin === undefined) return
    const x = drag.clientX - origin.left
    const y = drag.clientY - origin.top
    const next = {
      left: Math.max(0, Math.min(x, drag.fromX)),
      top: Math.max(0, Math.min(y, drag.fromY)),
      right: Math.min(layout.rows.widthPx, Math.max(x, drag.fromX)),
      bottom: Math.min(layout.rows.heightPx, Math.max(y, drag.fromY)),
    }
    setBox(next)
    const { ids } = layout.columns
    const inside = photosInBox(layout.rows, next).map((photo) => ids[photo]!)
    useSelection.getState().select([...drag.base, ...inside], inside[0] ?? null)
  })

  useEffect(() => {
    if (scroller === null) return
    let drag: Drag | null = null
    let frame = 0

    const follow = (): void => {
      if (drag === null) return
      const speed = edgeSpeed(drag.clientY, scroller.getBoundingClientRect())
      if (speed !== 0) {
        scroller.scrollBy(0, speed)
        drawTo(drag)
      }
      frame = requestAnimationFrame(follow)
    }
    const onDown = (event: PointerEvent): void => {
      const origin = content.current?.getBoundingClientRect()
      const onButton = event.target instanceof Element && event.target.closest('button') !== null
      if (event.button !== 0 || event.pointerType === 'touch' || onButton || origin === undefined) return
      const adds = event.ctrlKey || event.metaKey || event.shiftKey
      drag = {
        pointerId: event.pointerId,
        fromX: event.clientX - origin.left,
        fromY: event.clientY - origin.top,
        base: adds ? useSelection.getState().selected : new Set(),
        clientX: event.clientX,
        clientY: event.clientY,
        moving: false,
      }
    }
    const onMove = (event: PointerEvent): void => {
      if (drag === null || event.pointerId !== drag.pointerId) return
      const moved = Math.hypot(event.clientX - drag.clientX, event.clientY - drag.clientY)
      if (!drag.moving) {
        if (moved < slackPx) return
        drag.moving = true
        scroller.setPointerCapture(event.pointerId)
        frame = requestAnimationFrame(follow)
      }
      drag.clientX = event.clientX
      drag.clientY = event.clientY
      drawTo(drag)
    }
    const onUp = (): void => {
      cancelAnimationFrame(frame)
      // The click that ends a box is none on the photo under it.
      if (drag?.moving === true) scroller.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => scroller.removeEventListener('click', swallow, { capture: true }))
      drag = null
      setBox(null)
    }
    scroller.addEventListener('pointerdown', onDown)
    scroller.addEventListener('pointermove', onMove)
    scroller.addEventListener('pointerup', onUp)
    scroller.addEventListener('pointercancel', onUp)
    return () => {
      cancelAnimationFrame(frame)
      scroller.removeEventListener('pointerdown', onDown)
      scroller.removeEventListener('pointermove', onMove)
      scroller.removeEventListener('pointerup', onUp)
      scroller.removeEventListener('pointercancel', onUp)
    }
  }, [scroller, content])

  return box
}

function swallow(event: Event): void {
  event.stopPropagation()
  event.preventDefault()
}

/** Pixels a frame: faster the nearer the pointer is to the edge, or the further beyond it. */
function edgeSpeed(clientY: number, frame: DOMRect): number {
  const above = frame.top + edgePx - clientY
  const below = clientY - (frame.bottom - edgePx)
  const beyond = Math.max(above, below, 0)
  return Math.sign(below - above) * Math.min(1, beyond / (edgePx * 2)) * fastestPxPerFrame
}
